package org.godwit.connector.spi.probe;

import java.nio.file.Path;
import java.util.List;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;

/** Reads a DuckDB file: its catalogue, the begin and the end of every table, and all between while there is time. */
final class DuckDbTrial {
    private static final long SLICE = 1_000_000;
    private static final long BUDGET_NANOS = 5_000_000_000L;

    private DuckDbTrial() {}

    static void read(Path file) {
        try (ReadOnlyFile database = ReadOnlyFile.ofStranger(file); Session session = database.session()) {
            long until = System.nanoTime() + BUDGET_NANOS;
            List<List<String>> tables = session.texts("SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL");
            for (List<String> table : tables) {
                String name = Sql.name(table.get(0)) + "." + Sql.name(table.get(1));
                session.number("SELECT count(*) FROM " + name);
                long end = session.number("SELECT max(rowid) + 1 FROM " + name);
                slice(session, name, Math.max(0, end - SLICE), end);
                for (long from = 0; from < end - SLICE && (from == 0 || System.nanoTime() < until); from += SLICE) {
                    slice(session, name, from, from + SLICE);
                }
            }
        }
    }

    // The hash needs every byte of every column.
    private static void slice(Session session, String table, long from, long to) {
        session.texts("SELECT bit_xor(hash(COLUMNS(*))) FROM " + table + " WHERE rowid >= " + from + " AND rowid < " + to);
    }
}
