package org.godwit.app.trace;

import java.util.ArrayList;
import java.util.List;
import org.godwit.analysis.trace.Trace;

/**
 * A line of source text as it is shown; a long line of the file takes several.
 *
 * @param number of the file's line, 0 if this is the continuation of one
 * @param before what stands before the value
 * @param value the part of the value on this line, empty if there is none
 * @param after what stands after it
 */
record SourceLine(long number, String before, String value, String after) {
    private static final int WIDEST = 78;
    private static final int TAB = 4;

    boolean marked() {
        return !value.isEmpty();
    }

    static List<SourceLine> of(Trace.Excerpt excerpt) {
        List<SourceLine> lines = new ArrayList<>();
        String text = excerpt.text();
        long number = excerpt.firstLine();
        int start = 0;
        while (start <= text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            add(lines, excerpt, start, end, number++);
            start = end + 1;
        }
        return lines;
    }

    private static void add(List<SourceLine> lines, Trace.Excerpt excerpt, int start, int end, long number) {
        int from = start;
        do {
            int to = Math.min(end, from + WIDEST);
            if (to < end && Character.isHighSurrogate(excerpt.text().charAt(to - 1))) {
                to--;
            }
            int valueFrom = Math.clamp(excerpt.from(), from, to);
            int valueTo = Math.clamp(excerpt.to(), from, to);
            String text = excerpt.text();
            boolean goesOn = from > start || (lines.isEmpty() && excerpt.before());
            lines.add(new SourceLine(
                    goesOn ? 0 : number, shown(text.substring(from, valueFrom)), shown(text.substring(valueFrom, valueTo)), shown(text.substring(valueTo, to))));
            from = to;
        } while (from < end);
    }

    private static String shown(String text) {
        return text.replace("\r", "").replace("\t", " ".repeat(TAB));
    }
}
