package org.godwit.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * Writes the whole result of a query to a file, on a connection of its own that can reach the database, that one file
 * and nothing else. The query passes the same guard as any SQL of people; the COPY around it is ours.
 */
public final class Export {
    private static final Set<String> WIDE = Set.of("HUGEINT", "UHUGEINT", "UBIGINT");

    private Export() {}

    /** What is written. */
    public enum Format {
        /** RFC 4180, with a header; NULL is empty, an empty text is quoted. */
        CSV("csv, HEADER true"),
        /** An array of objects; whole numbers beyond 64 bits and decimals are strings, so that they stay exact. */
        JSON("json, ARRAY true"),
        PARQUET("parquet, COMPRESSION zstd");

        private final String options;

        Format(String options) {
            this.options = options;
        }
    }

    /**
     * Writes a file: beside it, then in its place.
     *
     * @return how many rows were written
     * @throws GodwitException QUERY_FAILED, TARGET_UNWRITABLE, TARGET_LOCKED or TARGET_UNREADABLE; the file is as it was
     * @throws org.godwit.task.TaskCancelledException once cancelled; the file is as it was
     */
    public static long write(Path database, String sql, Path file, Format format, QueryLimits limits, BooleanSupplier cancelled) {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try (DuckDBConnection connection = open(database, beside)) {
            long rows = copy(connection, sql, beside, format, limits, cancelled);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (SQLException e) {
            throw new GodwitException(e, ErrorCode.QUERY_FAILED, DuckErrors.reason(e));
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, target, DuckErrors.reason(e));
        } finally {
            remove(beside);
        }
    }

    private static void remove(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException ignored) {
            // A part of an export that failed; its name says what it is.
        }
    }

    private static DuckDBConnection open(Path database, Path file) throws SQLException {
        Properties properties = LockedDown.properties();
        properties.setProperty("access_mode", "READ_ONLY");
        try {
            DuckDBConnection connection = Connections.open(database, properties);
            LockedDown.lock(connection, List.of(file));
            return connection;
        } catch (SQLException e) {
            throw DuckErrors.notOpened(e, database);
        }
    }

    private static long copy(DuckDBConnection connection, String sql, Path file, Format format, QueryLimits limits, BooleanSupplier cancelled)
            throws SQLException {
        SelectGuard.check(connection, sql);
        String copy = "COPY (" + selected(connection, sql, format) + ") TO " + Sql.literal(file.toString()) + " (FORMAT " + format.options + ")";
        try (Statement statement = connection.createStatement(); QueryWatch watch = new QueryWatch(statement, limits.time(), cancelled)) {
            try {
                return statement.executeUpdate(copy);
            } catch (SQLException e) {
                throw watch.stopped(e);
            }
        }
    }

    /** Returns the query with a name of its own for each column, and exact numbers. */
    private static String selected(DuckDBConnection connection, String sql, Format format) throws SQLException {
        List<QueryResult.Column> columns = Query.columns(connection, sql);
        List<String> inner = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            QueryResult.Column column = columns.get(i);
            String name = column.name().isEmpty() ? "column" : column.name();
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = column.name() + "_" + n;
            }
            boolean asText = format == Format.JSON && (WIDE.contains(column.type()) || column.type().startsWith("DECIMAL"));
            inner.add("c" + i);
            values.add("c" + i + (asText ? "::VARCHAR" : "") + " AS " + Sql.name(name));
        }
        return "SELECT " + String.join(", ", values) + " FROM (\n" + sql.strip().replaceAll(";+$", "") + "\n) AS q(" + String.join(", ", inner) + ")";
    }
}
