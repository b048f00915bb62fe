package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.engine.text.Messages;

/** A matrix as lines of text. */
final class MatrixTexts {
    private MatrixTexts() {}

    /** Returns CSV by RFC 4180: a heading line with the columns, then a line for each row with its family and squares. */
    static String csv(Arrangement look) {
        StringBuilder csv = new StringBuilder();
        List<String> heads = new ArrayList<>(List.of(look.matrix().spec().rows().column()));
        boolean families = hasFamilies(look);
        if (families) {
            heads.add(Messages.get("matrix.family"));
        }
        columns(look, heads);
        csvLine(csv, heads);
        for (int r = 0; r < look.rowCount(); r++) {
            List<String> line = new ArrayList<>(List.of(look.row(r).label()));
            if (families) {
                line.add(look.row(r).group());
            }
            squares(look, r, line);
            csvLine(csv, line);
        }
        return csv.toString();
    }

    /** Returns a Markdown table with its title above, its legend and counts below. */
    static String markdown(Arrangement look) {
        StringBuilder text = new StringBuilder("# ").append(markdown(look.matrix().spec().title())).append("\n\n");
        text.append(markdown(MatrixWords.source(look.matrix()))).append(". ").append(markdown(MatrixWords.results(look))).append(' ');
        text.append(markdown(MatrixWords.rule(look))).append("\n\n");
        List<String> heads = new ArrayList<>(List.of(look.matrix().spec().rows().column()));
        columns(look, heads);
        text.append(line(heads)).append("|").append(" --- |").append(" :-: |".repeat(look.columnCount())).append('\n');
        for (int r = 0; r < look.rowCount(); r++) {
            if (look.startsGroup(r)) {
                String group = look.row(r).group().isEmpty() ? Messages.get("matrix.group.none") : look.row(r).group();
                text.append("| **").append(markdown(group)).append("** |").append("  |".repeat(look.columnCount())).append('\n');
            }
            List<String> line = new ArrayList<>(List.of(look.row(r).label()));
            squares(look, r, line);
            text.append(line(line));
        }
        text.append('\n');
        for (State state : MatrixWords.legend(look)) {
            text.append("- ").append((state.glyph() + " ").stripLeading())
                    .append(MatrixWords.legend(look, state)).append('\n');
        }
        if (look.look().withSimulated()) {
            text.append("- ").append(State.SIMULATED.glyph()).append(' ').append(Messages.get("matrix.marked")).append('\n');
        }
        return text.toString();
    }

    private static boolean hasFamilies(Arrangement look) {
        for (int r = 0; r < look.rowCount(); r++) {
            if (!look.row(r).group().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void columns(Arrangement look, List<String> line) {
        for (int c = 0; c < look.columnCount(); c++) {
            line.add(look.column(c).label());
        }
    }

    private static void squares(Arrangement look, int row, List<String> line) {
        for (int c = 0; c < look.columnCount(); c++) {
            Square square = look.square(row, c);
            line.add(square.blank() ? "" : square.words());
        }
    }

    private static void csvLine(StringBuilder csv, List<String> fields) {
        csv.append(fields.stream().map(MatrixTexts::csv).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String csv(String text) {
        boolean quote = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(MatrixTexts::markdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Foreign text must not become a mark-up of its own, or HTML. */
    private static String markdown(String text) {
        StringBuilder safe = new StringBuilder();
        text.replaceAll("\\s+", " ").codePoints().filter(c -> !Character.isISOControl(c)).forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '|', '\\', '`', '*', '[', ']' -> safe.append('\\').appendCodePoint(c);
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
