package org.godwit.connector.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.TableInfo;

/** Writes down what a reader hands over: each cell as its kind and its value. */
final class Cells implements RowSink {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private List<String> row = new ArrayList<>();

    /** Reads a whole table, in ranges of so many rows. */
    static Cells of(TableSource source, TableInfo table, long rows) {
        Cells cells = new Cells();
        try (RowReader reader = source.reader()) {
            for (RowRange range : source.ranges(table, rows)) {
                reader.read(table, range, cells);
            }
        }
        return cells;
    }

    static Cells of(TableSource source, String table) {
        return of(source, table(source, table), 7);
    }

    static TableInfo table(TableSource source, String name) {
        return source.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    List<Long> numbers() {
        return Collections.unmodifiableList(numbers);
    }

    /** Returns how many cells of each kind there are. */
    Map<String, Long> kinds() {
        Map<String, Long> kinds = new HashMap<>();
        rows.forEach(cells -> cells.forEach(cell -> kinds.merge(cell.substring(0, cell.indexOf(' ')), 1L, Long::sum)));
        return kinds;
    }

    @Override
    public void row(long number) {
        numbers.add(number);
        row = new ArrayList<>();
    }

    @Override
    public void nothing() {
        row.add("null ");
    }

    @Override
    public void bool(boolean value) {
        row.add("boolean " + value);
    }

    @Override
    public void integer(long value) {
        row.add("integer " + value);
    }

    @Override
    public void real(double value) {
        row.add("real " + value);
    }

    @Override
    public void number(String digits) {
        row.add("number " + digits);
    }

    @Override
    public void text(String value) {
        row.add("text " + value);
    }

    @Override
    public void json(String value) {
        row.add("json " + value);
    }

    @Override
    public void blob(byte[] value) {
        row.add("blob " + HexFormat.of().formatHex(value));
    }

    @Override
    public void unreadable(String raw, String reason) {
        row.add("unreadable " + raw + " " + reason);
    }

    @Override
    public void end() {
        rows.add(row);
    }
}
