package org.godwit.connector.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.godwit.connector.spi.DuckRows;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableSource;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.NameGlob;
import org.godwit.model.TableInfo;

/**
 * The tables of one file. As long as it is open for reading nobody can write it, so that all readers see the same.
 * Ranges count row ids. Thread-safe.
 */
final class DuckDbSource implements TableSource {
    private static final String MAIN = "main";

    private record Place(String schema, String table) {
        String sql() {
            return Sql.name(schema) + "." + Sql.name(table);
        }

        String shown() {
            return schema.equals(MAIN) ? table : schema + "." + table;
        }
    }

    private final ReadOnlyFile file;
    private final Path path;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<TableInfo> tables;

    DuckDbSource(ReadOnlyFile file, Path path, List<String> include) {
        this.file = file;
        this.path = path;
        try (Session session = file.session()) {
            this.tables = read(session, NameGlob.any(include));
        } catch (GodwitException e) {
            throw unreadable(path, e);
        }
    }

    static GodwitException unreadable(Path path, GodwitException e) {
        return e.code() == ErrorCode.INTERNAL ? new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, path, e.arguments().getLast()) : e;
    }

    private List<TableInfo> read(Session session, NameGlob include) {
        Map<String, List<TableInfo.Column>> columns = new TreeMap<>();
        Map<String, Long> rows = new LinkedHashMap<>();
        long cells = 0;
        for (List<String> row : session.texts("SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal AND database_name = current_database() ORDER BY ALL")) {
            Place place = new Place(row.get(0), row.get(1));
            // A table whose name has a point may be called like one of a schema.
            String name = places.containsKey(place.shown()) ? place.sql() : place.shown();
            if (include.matches(name)) {
                places.put(name, place);
                columns.put(name, columns(session, place));
                long count = session.number("SELECT count(*) FROM " + place.sql());
                rows.put(name, count);
                cells += count * columns.get(name).size();
            }
        }
        Keys keys = new Keys(session);
        Declared declared = new Declared(session);
        List<TableInfo> found = new ArrayList<>();
        for (Map.Entry<String, List<TableInfo.Column>> table : columns.entrySet()) {
            Place place = Objects.requireNonNull(places.get(table.getKey()));
            List<String> names = table.getValue().stream().map(TableInfo.Column::name).toList();
            long count = rows.getOrDefault(table.getKey(), 0L);
            found.add(new TableInfo(
                    table.getKey(), table.getValue(), keys.primary(place.schema, place.table), keys.foreign(place.schema, place.table, this::shown),
                    declared.indexes(place.schema, place.table, names), declared.checks(place.schema, place.table),
                    declared.beside(place.schema, place.table, names), count, bytes(count * table.getValue().size(), cells), null));
        }
        return found;
    }

    private String shown(String schema, String table) {
        return new Place(schema, table).shown();
    }

    private static List<TableInfo.Column> columns(Session session, Place place) {
        String sql = "SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = "
                + Sql.literal(place.schema) + " AND table_name = " + Sql.literal(place.table) + " ORDER BY column_index";
        return session.texts(sql).stream().map(c -> DuckRows.column(c.get(0), c.get(1), Boolean.parseBoolean(c.get(2)))).toList();
    }

    // The file does not say how much each table takes: every cell counts the same.
    private long bytes(long cells, long all) {
        try {
            return all == 0 ? 0 : (long) ((double) Files.size(path) * cells / all);
        } catch (IOException e) {
            return -1;
        }
    }

    private Place place(TableInfo table) {
        Place place = places.get(table.name());
        if (place == null) {
            throw new GodwitException(ErrorCode.SOURCE_CHANGED, path, "there is no table " + table.name());
        }
        return place;
    }

    @Override
    public List<TableInfo> tables() {
        return tables;
    }

    @Override
    public List<RowRange> ranges(TableInfo table, long rows) {
        List<RowRange> ranges = new ArrayList<>();
        try (Session session = file.session()) {
            long end = session.number("SELECT max(rowid) + 1 FROM " + place(table).sql());
            long step = Math.max(1, rows);
            for (long from = 0; from < end; from += step) {
                ranges.add(new RowRange(from, Math.min(end, from + step)));
            }
        } catch (GodwitException e) {
            throw unreadable(path, e);
        }
        return ranges;
    }

    @Override
    public RowReader reader() {
        Session session = file.session();
        return new RowReader() {
            @Override
            public void read(TableInfo table, RowRange range, RowSink sink) {
                String from = "FROM " + place(table).sql() + " WHERE rowid >= " + range.from() + " AND rowid < " + range.to();
                try {
                    new DuckRows(table.columns(), "rowid").read(session, from, sink);
                } catch (GodwitException e) {
                    throw unreadable(path, e);
                }
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    @Override
    public void close() {
        file.close();
    }
}
