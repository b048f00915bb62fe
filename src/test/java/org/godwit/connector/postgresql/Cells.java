package org.godwit.connector.postgresql;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.TableInfo;

/** Notes rows as texts that say what kind of cell each value was: {@code text:abc}, {@code integer:1}, {@code nothing}. */
class Cells implements RowSink {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private List<String> row = new ArrayList<>();

    /** Returns all rows of a table, read in ranges of about so many rows. */
    static List<List<String>> of(TableSource source, String table, long rows) {
        Cells cells = new Cells();
        TableInfo info = source.tables().stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow();
        try (RowReader reader = source.reader()) {
            for (RowRange range : source.ranges(info, rows)) {
                reader.read(info, range, cells);
            }
        }
        return cells.rows;
    }

    List<List<String>> rows() {
        return rows;
    }

    List<Long> numbers() {
        return numbers;
    }

    @Override
    public void row(long number) {
        numbers.add(number);
        row = new ArrayList<>();
    }

    @Override
    public void nothing() {
        row.add("nothing");
    }

    @Override
    public void bool(boolean value) {
        row.add("bool:" + value);
    }

    @Override
    public void integer(long value) {
        row.add("integer:" + value);
    }

    @Override
    public void real(double value) {
        row.add("real:" + value);
    }

    @Override
    public void number(String digits) {
        row.add("number:" + digits);
    }

    @Override
    public void text(String value) {
        row.add("text:" + value);
    }

    @Override
    public void json(String value) {
        row.add("json:" + value);
    }

    @Override
    public void blob(byte[] value) {
        row.add("blob:" + HexFormat.of().formatHex(value));
    }

    @Override
    public void unreadable(String raw, String reason) {
        row.add("unreadable:" + raw + ":" + reason);
    }

    @Override
    public void end() {
        rows.add(row);
    }
}
