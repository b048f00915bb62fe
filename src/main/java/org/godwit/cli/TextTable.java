package org.godwit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows under headings in columns of equal width; numbers stand at the right. Long cells are cut, with an ellipsis. */
final class TextTable {
    private static final int CELL = 60;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9,]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        this(List.of(headings));
    }

    TextTable(List<String> headings) {
        this.headings = headings.stream().map(TextTable::cell).toList();
    }

    /** Adds a row; null is shown as NULL, counts (Long) with thousands apart. */
    TextTable row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Long count ? String.format(Locale.ROOT, "%,d", count) : cell(cell));
        }
        rows.add(row);
        return this;
    }

    /** Adds a row of values as they are. */
    void values(List<? extends @Nullable Object> values) {
        List<String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(cell(value));
        }
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    /** Returns the lines, each indented by that many spaces, with a line end after each. */
    String text(int indent) {
        int columns = headings.size();
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            widths[i] = Math.max(length(headings.get(i)), rows.stream().mapToInt(r -> length(r.get(column))).max().orElse(0));
            right[i] = !rows.isEmpty()
                    && rows.stream().map(r -> r.get(column)).allMatch(c -> c.equals("NULL") || NUMBER.matcher(c).matches());
        }
        StringBuilder text = new StringBuilder();
        line(text, headings, widths, right, indent);
        for (List<String> row : rows) {
            line(text, row, widths, right, indent);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths, boolean[] right, int indent) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - length(cells.get(i)));
            line.append(right[i] ? pad + cells.get(i) : cells.get(i) + pad).append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        String text = oneLine(value.toString());
        return length(text) <= CELL ? text : text.substring(0, text.offsetByCodePoints(0, CELL - 1)) + "…";
    }

    /** Returns a text without characters that would move the cursor: foreign data must not control a terminal. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        line.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        line.appendCodePoint(c);
                    }
                }
            }
        });
        return line.toString();
    }
}
