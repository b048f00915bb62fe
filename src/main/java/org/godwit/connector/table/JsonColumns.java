package org.godwit.connector.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.ByColumn;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.TapeReader;

/**
 * Finds the columns whose texts are JSON: at least half of the texts among the first rows are objects or arrays. The
 * verdict goes into the plan, so that it never changes with more data; what then does not belong is rejected cell by
 * cell. Not thread-safe.
 */
final class JsonColumns {
    private static final int ROWS = 1000;

    private final TableSource source;
    private final TapeReader reader = new TapeReader(new KeyTable(), JsonLimits.forHeap(Runtime.getRuntime().maxMemory()));
    private final JsonTape tape = new JsonTape();

    JsonColumns(TableSource source) {
        this.source = source;
    }

    /** Returns the table with the verdicts of a plan; columns that it does not name are texts, or what they declare. */
    static TableInfo given(TableInfo table, ByColumn<TableInfo.Json> verdicts) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.withJson(Objects.requireNonNullElse(verdicts.of(table.name(), column.name()), column.json())))
                .toList());
    }

    /** Returns the table with verdicts found by looking. */
    TableInfo judged(TableInfo table) {
        List<RowRange> ranges = source.ranges(table, ROWS);
        if (ranges.isEmpty()) {
            return table;
        }
        Look look = new Look(table.columns().size());
        try (RowReader rows = source.reader()) {
            rows.read(table, ranges.get(0), look);
        }
        List<TableInfo.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            TableInfo.Column column = table.columns().get(i);
            columns.add(column.json() == TableInfo.Json.NONE ? column.withJson(look.verdict(i)) : column);
        }
        return table.withColumns(columns);
    }

    /** Counts what texts are. */
    private final class Look implements RowSink {
        private final long[] texts;
        private final long[] objects;
        private final long[] arrays;
        private int column;

        Look(int columns) {
            texts = new long[columns];
            objects = new long[columns];
            arrays = new long[columns];
        }

        TableInfo.Json verdict(int at) {
            long containers = objects[at] + arrays[at];
            if (containers == 0 || containers * 2 < texts[at]) {
                return TableInfo.Json.NONE;
            }
            if (arrays[at] == 0 || objects[at] == 0) {
                return arrays[at] == 0 ? TableInfo.Json.OBJECT : TableInfo.Json.ARRAY;
            }
            return TableInfo.Json.ANY;
        }

        @Override
        public void row(long number) {
            column = 0;
        }

        @Override
        public void text(String value) {
            texts[column]++;
            String plain = value.strip();
            if (!plain.isEmpty() && (plain.charAt(0) == '{' || plain.charAt(0) == '[')) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                if (reader.read(utf8, 0, utf8.length, tape) == null) {
                    objects[column] += tape.kind(0) == JsonTape.OBJECT ? 1 : 0;
                    arrays[column] += tape.kind(0) == JsonTape.ARRAY ? 1 : 0;
                }
            }
            column++;
        }

        @Override
        public void nothing() {
            column++;
        }

        @Override
        public void bool(boolean value) {
            column++;
        }

        @Override
        public void integer(long value) {
            column++;
        }

        @Override
        public void real(double value) {
            column++;
        }

        @Override
        public void number(String digits) {
            column++;
        }

        @Override
        public void json(String value) {
            column++;
        }

        @Override
        public void blob(byte[] value) {
            column++;
        }

        @Override
        public void unreadable(String raw, String reason) {
            column++;
        }

        @Override
        public void end() {
            // Nothing is kept of a row.
        }
    }
}
