package org.godwit.connector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.TableInfo;

/** Takes down what a sink is told, one text for each cell: {@code integer 7}, {@code text seven}, {@code nothing}. */
public final class Rows implements RowSink {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final int width;
    private List<String> current = List.of();

    private Rows(int width) {
        this.width = width;
    }

    /** Reads a table range by range. */
    public static Rows of(TableSource source, String name, long rowsPerRange) {
        return of(source, table(source, name), rowsPerRange);
    }

    /** Does the same with a table whose columns may have other verdicts. */
    public static Rows of(TableSource source, TableInfo table, long rowsPerRange) {
        Rows rows = new Rows(table.columns().size());
        try (RowReader reader = source.reader()) {
            for (RowRange range : source.ranges(table, rowsPerRange)) {
                reader.read(table, range, rows);
            }
        }
        return rows;
    }

    /** Returns a table by its name. */
    public static TableInfo table(TableSource source, String name) {
        return source.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError("no table " + name));
    }

    public List<List<String>> all() {
        return rows;
    }

    /** Returns one column of all rows. */
    public List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }

    public List<Long> numbers() {
        return numbers;
    }

    @Override
    public void row(long number) {
        numbers.add(number);
        current = new ArrayList<>();
    }

    @Override
    public void nothing() {
        current.add("nothing");
    }

    @Override
    public void bool(boolean value) {
        current.add("bool " + value);
    }

    @Override
    public void integer(long value) {
        current.add("integer " + value);
    }

    @Override
    public void real(double value) {
        current.add("real " + value);
    }

    @Override
    public void number(String digits) {
        current.add("number " + digits);
    }

    @Override
    public void text(String value) {
        current.add("text " + value);
    }

    @Override
    public void json(String value) {
        current.add("json " + value);
    }

    @Override
    public void blob(byte[] value) {
        current.add("blob " + HexFormat.of().formatHex(value));
    }

    @Override
    public void unreadable(String raw, String reason) {
        current.add("unreadable " + raw + " (" + reason + ")");
    }

    @Override
    public void end() {
        if (current.size() != width) {
            throw new AssertionError(current.size() + " cells of " + width + ": " + current);
        }
        rows.add(current);
    }

    /** Returns the bytes of a text in UTF-8. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
