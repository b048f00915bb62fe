package org.godwit.cli;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180, with a heading line; NULL is an empty field, an empty text is {@code ""}. */
final class CsvRows implements RowSink {
    private final PrintStream out;

    CsvRows(Terminal terminal) {
        this.out = terminal.out();
    }

    @Override
    public void columns(List<String> names) {
        row(names);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : ",").append(field(values.get(i)));
        }
        out.append(line.append("\r\n"));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean quote = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
