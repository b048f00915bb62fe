package org.godwit.connector.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.duck.DuckType;
import org.godwit.duck.Reading;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.godwit.shred.Utf8Text;

/**
 * Hands rows that DuckDB reads to a sink, each cell as it is stored: one instance for each table and worker. Not
 * thread-safe.
 */
public final class DuckRows {
    private static final long MICROS = 1_000_000;
    private static final int MICRO_DIGITS = 6;
    // DuckDB's infinities: the ends of what days and microseconds can be.
    private static final long LAST_DAY = Integer.MAX_VALUE;
    private static final long LAST_MICRO = Long.MAX_VALUE;

    private final List<Reading> readings = new ArrayList<>();
    private final List<TableInfo.Column> columns;
    private final RowBatch form;
    private final String select;

    /**
     * @param columns as {@link #column} made them
     * @param number SQL of what tells rows apart, a BIGINT
     */
    public DuckRows(List<TableInfo.Column> columns, String number) {
        this.columns = List.copyOf(columns);
        List<String> names = new ArrayList<>(List.of("number"));
        List<DataType> types = new ArrayList<>(List.of(DataType.BIGINT));
        for (TableInfo.Column column : columns) {
            Reading reading = Reading.of(DuckType.parse(column.declared()), Sql.name(column.name()));
            readings.add(reading);
            names.add("c" + names.size());
            types.add(reading.form());
        }
        this.form = new RowBatch("", names, types);
        this.select = readings.stream().map(Reading::expression).collect(Collectors.joining(", ", "SELECT " + number + ", ", ""));
    }

    /** Returns a column of a table of DuckDB. */
    public static TableInfo.Column column(String name, String declared, boolean nullable) {
        DuckType type = DuckType.parse(declared);
        TableInfo.Json json = switch (type) {
            case DuckType.Sequence sequence -> TableInfo.Json.ARRAY;
            case DuckType.Struct struct -> TableInfo.Json.OBJECT;
            case DuckType.Pairs pairs -> TableInfo.Json.OBJECT;
            case DuckType.Union union -> TableInfo.Json.OBJECT;
            case DuckType.Plain plain -> plain.name().equals("JSON") ? TableInfo.Json.ANY : TableInfo.Json.NONE;
        };
        return new TableInfo.Column(name, declared, Reading.planType(type), nullable, json);
    }

    /**
     * Reads.
     *
     * @param from what follows the columns, such as {@code FROM t WHERE …}; its rows are handed over in DuckDB's order
     */
    public void read(Session session, String from, RowSink sink) {
        session.scan(select + " " + from, form, chunk -> {
            int rows = chunk.rows();
            for (int row = 0; row < rows; row++) {
                sink.row(chunk.column(0).longAt(row));
                for (int i = 0; i < readings.size(); i++) {
                    ColumnVector column = chunk.column(i + 1);
                    if (column.isNull(row)) {
                        sink.nothing();
                    } else {
                        cell(i, column, row, sink);
                    }
                }
                sink.end();
            }
        });
    }

    private void cell(int index, ColumnVector column, int row, RowSink sink) {
        switch (readings.get(index).meaning()) {
            case BOOL -> sink.bool(column.longAt(row) != 0);
            case INTEGER -> sink.integer(column.longAt(row));
            case HUGE -> huge((BigInteger) column.objectAt(row), sink);
            case DECIMAL -> sink.number(((BigDecimal) column.objectAt(row)).toPlainString());
            case REAL -> sink.real(column.doubleAt(row));
            case DIGITS -> sink.number((String) column.objectAt(row));
            case TEXT, JSON -> text(index, column, row, sink);
            case DATE -> sink.text(day(column.longAt(row)));
            case TIMESTAMP -> sink.text(moment(column.longAt(row), ""));
            case INSTANT -> sink.text(moment(column.longAt(row), "Z"));
            case BYTES -> sink.blob(Base64.getDecoder().decode((String) column.objectAt(row)));
        }
    }

    private static void huge(BigInteger value, RowSink sink) {
        if (value.bitLength() < Long.SIZE) {
            sink.integer(value.longValueExact());
        } else {
            sink.number(value.toString());
        }
    }

    // What a column is, JSON or text, the plan says.
    private void text(int index, ColumnVector column, int row, RowSink sink) {
        Utf8Text utf8 = column.utf8TextAt(row);
        if (columns.get(index).json() != TableInfo.Json.NONE) {
            sink.json((String) column.objectAt(row));
        } else if (utf8 == null) {
            sink.text((String) column.objectAt(row));
        } else {
            sink.text(utf8);
        }
    }

    private static String day(long days) {
        if (Math.abs(days) >= LAST_DAY) {
            return days > 0 ? "infinity" : "-infinity";
        }
        return LocalDate.ofEpochDay(days).toString();
    }

    private static String moment(long micros, String zone) {
        if (micros == LAST_MICRO || micros == -LAST_MICRO) {
            return micros > 0 ? "infinity" : "-infinity";
        }
        long second = Math.floorDiv(micros, MICROS);
        LocalDateTime moment = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32).append(moment.toLocalDate()).append('T').append(moment.toLocalTime());
        if (moment.getSecond() == 0) {
            text.append(":00");
        }
        long fraction = Math.floorMod(micros, MICROS);
        if (fraction != 0) {
            String digits = Long.toString(MICROS + fraction).substring(1);
            int end = MICRO_DIGITS;
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            text.append('.').append(digits, 0, end);
        }
        return text.append(zone).toString();
    }
}
