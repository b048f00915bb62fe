package org.godwit.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Markdown table; NULL is an empty cell. */
final class MarkdownRows implements RowSink {
    private final PrintStream out;

    MarkdownRows(Terminal terminal) {
        this.out = terminal.out();
    }

    @Override
    public void columns(List<String> names) {
        row(names);
        out.append("|").append(" --- |".repeat(names.size())).append("\n");
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        out.append(values.stream().map(MarkdownRows::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : TextTable.oneLine(value.toString()).replace("|", "\\|");
    }
}
