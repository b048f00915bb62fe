package org.godwit.app.excerpt;

import java.util.List;

/**
 * Some lines of a file.
 *
 * @param file as it is named in reports
 */
public record Excerpt(String file, List<Line> lines) {
    public Excerpt {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number in the file, from 1
     * @param text cut where it is very long
     * @param wanted whether it is the line that is looked for
     * @param mark position of the first marked character in the text, -1 if none is marked
     * @param end position after the last one
     */
    public record Line(long number, String text, boolean wanted, int mark, int end) {}
}
