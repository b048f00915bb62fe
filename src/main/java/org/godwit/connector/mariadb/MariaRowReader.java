package org.godwit.connector.mariadb;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/** Reads ranges of tables, row by row as the server sends them, through connections of a {@link Snapshot}. */
final class MariaRowReader implements RowReader {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int CHANGED = 1412;

    private final Snapshot snapshot;

    MariaRowReader(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public void read(TableInfo table, RowRange range, RowSink sink) {
        TableInfo.Column counter = MariaSource.counter(table);
        Link link = snapshot.take();
        try (PreparedStatement statement = link.prepare(query(table, counter, range))) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                boolean ended = false;
                try {
                    rows(table, counter, range, rows, sink);
                    ended = true;
                } finally {
                    if (!ended) {
                        snapshot.stop(link);
                    }
                }
            }
        } catch (SQLException e) {
            throw failed(link, table, e);
        } finally {
            snapshot.giveBack(link);
        }
    }

    private static GodwitException failed(Link link, TableInfo table, SQLException e) {
        GodwitException known = link.failed(e);
        boolean reading = known.code() == ErrorCode.SERVER_FAILED || e.getErrorCode() == CHANGED;
        return reading
                ? new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, link.place().text() + ", table " + table.name(), MariaErrors.reason(e))
                : known;
    }

    private static String query(TableInfo table, TableInfo.@Nullable Column counter, RowRange range) {
        String select = table.columns().stream().map(c -> CellForm.of(c).asking(c.name())).collect(Collectors.joining(", "));
        String sql = "SELECT " + select + " FROM " + MariaSql.name(table.name());
        if (counter != null) {
            String name = MariaSql.name(counter.name());
            sql += " WHERE " + name + " >= " + range.from() + (range.to() == Long.MAX_VALUE ? "" : " AND " + name + " < " + range.to());
        }
        return table.primaryKey().isEmpty() ? sql : sql + " ORDER BY " + MariaSql.names(table.primaryKey());
    }

    private void rows(TableInfo table, TableInfo.@Nullable Column counter, RowRange range, ResultSet rows, RowSink sink) throws SQLException {
        List<TableInfo.Column> columns = table.columns();
        CellForm[] forms = columns.stream().map(CellForm::of).toArray(CellForm[]::new);
        boolean[] json = new boolean[forms.length];
        for (int i = 0; i < forms.length; i++) {
            json[i] = columns.get(i).json() != TableInfo.Json.NONE;
        }
        // A key beyond 63 bits cannot number rows.
        int number = counter == null || (CellForm.of(counter) == CellForm.UNSIGNED && range.to() == Long.MAX_VALUE)
                ? 0
                : columns.indexOf(counter) + 1;
        for (long position = 1; rows.next(); position++) {
            if (position % ROWS_AT_ONCE == 0) {
                snapshot.context().checkCancelled();
            }
            sink.row(number == 0 ? position : rows.getLong(number));
            for (int i = 0; i < forms.length; i++) {
                cell(rows, i + 1, forms[i], json[i], sink);
            }
            sink.end();
        }
    }

    private static void cell(ResultSet rows, int index, CellForm form, boolean json, RowSink sink) throws SQLException {
        switch (form) {
            case INTEGER, YEAR -> {
                long value = rows.getLong(index);
                if (rows.wasNull()) {
                    sink.nothing();
                } else {
                    sink.integer(value);
                }
            }
            case FLOAT -> real(rows, rows.getFloat(index), sink);
            case DOUBLE -> real(rows, rows.getDouble(index), sink);
            case BYTES -> {
                byte[] value = rows.getBytes(index);
                if (value == null) {
                    sink.nothing();
                } else {
                    sink.blob(value);
                }
            }
            case DECIMAL -> {
                BigDecimal value = rows.getBigDecimal(index);
                if (value == null) {
                    sink.nothing();
                } else {
                    sink.number(value.toPlainString());
                }
            }
            case UNSIGNED, BITS, TEXT, DATE, DATETIME, TIMESTAMP, SHOWN -> shown(rows, index, form, json, sink);
        }
    }

    private static void real(ResultSet rows, double value, RowSink sink) throws SQLException {
        if (rows.wasNull()) {
            sink.nothing();
        } else {
            sink.real(value);
        }
    }

    private static void shown(ResultSet rows, int index, CellForm form, boolean json, RowSink sink) throws SQLException {
        String value = rows.getString(index);
        if (value == null) {
            sink.nothing();
            return;
        }
        switch (form) {
            case UNSIGNED, BITS -> whole(value, sink);
            case DATETIME -> sink.text(moment(value, ""));
            case TIMESTAMP -> sink.text(moment(value, "Z"));
            case TEXT -> text(rows, index, value, json, sink);
            case DATE, SHOWN, INTEGER, YEAR, DECIMAL, FLOAT, DOUBLE, BYTES -> sink.text(value);
        }
    }

    private static void whole(String digits, RowSink sink) {
        try {
            sink.integer(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            sink.number(digits);
        }
    }

    // The driver turns what is no UTF-8 into U+FFFD; whether there was one is only to be seen in the bytes.
    private static void text(ResultSet rows, int index, String value, boolean json, RowSink sink) throws SQLException {
        if (value.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(rows.getBytes(index)));
            } catch (CharacterCodingException e) {
                sink.unreadable(value, "the text is not valid UTF-8");
                return;
            }
        }
        if (json) {
            sink.json(value);
        } else {
            sink.text(value);
        }
    }

    /**
     * Returns a moment as ISO 8601: a T between day and time, no more digits of seconds than needed. What has no month or
     * no day stays as MariaDB shows it, without a zone: it is no moment.
     */
    static String moment(String shown, String zone) {
        final int time = 10;
        final int fraction = 19;
        if (shown.length() < fraction || shown.startsWith("00", 5) || shown.startsWith("00", 8)) {
            return shown;
        }
        int end = shown.length();
        if (end > fraction) {
            while (shown.charAt(end - 1) == '0') {
                end--;
            }
            end = shown.charAt(end - 1) == '.' ? end - 1 : end;
        }
        return shown.substring(0, time) + 'T' + shown.substring(time + 1, end) + zone;
    }

    @Override
    public void close() {
        // Connections belong to the snapshot.
    }
}
