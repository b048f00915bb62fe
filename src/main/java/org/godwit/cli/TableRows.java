package org.godwit.cli;

import java.util.List;
import org.godwit.engine.text.Messages;
import org.jspecify.annotations.Nullable;

/** An aligned table for people: the first rows only, with a word on stderr about the others. */
final class TableRows implements RowSink {
    /** Rows that are shown; the widths of columns need all of them in memory. */
    static final int SHOWN = 1_000;

    private final Terminal terminal;
    private TextTable table = new TextTable();
    private long count;

    TableRows(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void columns(List<String> names) {
        table = new TextTable(names);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        if (count++ < SHOWN) {
            table.values(values);
        }
    }

    @Override
    public void end() {
        terminal.out().print(table.text(0));
        terminal.out().flush();
        terminal.err().println(
                count > SHOWN ? Messages.get("cli.query.more", SHOWN, count) : Messages.get("cli.query.rows", count));
    }
}
