package org.godwit.duck;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.jspecify.annotations.Nullable;

/** Runs SQL of people on a database that it cannot change, with limits. */
public final class Query {
    private static final Set<String> INTEGERS = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");
    private static final Set<String> EXACT =
        Set.of("BOOLEAN", "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DOUBLE", "VARCHAR", "JSON", "NULL", "\"NULL\"");

    private Query() {}

    /**
     * Runs one statement that reads.
     *
     * @param cancelled asked again and again, by another thread
     * @throws GodwitException QUERY_FAILED in DuckDB's words, or TARGET_LOCKED or TARGET_UNREADABLE
     * @throws TaskCancelledException once cancelled
     */
    public static QueryResult rows(Path database, String sql, QueryLimits limits, BooleanSupplier cancelled) {
        try (Lease lease = new Lease(database)) {
            return rows(lease, sql, limits, cancelled);
        }
    }

    /** Does the same on a lease, which stays open for a while. */
    public static QueryResult rows(Lease lease, String sql, QueryLimits limits, BooleanSupplier cancelled) {
        return lease.use(connection -> {
            SelectGuard.check(connection, sql);
            return run(connection, sql, limits, cancelled);
        });
    }

    /** Runs a statement of ours, which needs no check. */
    static QueryResult run(DuckDBConnection connection, String sql, QueryLimits limits, BooleanSupplier cancelled) throws SQLException {
        List<QueryResult.Column> columns = columns(connection, sql);
        try (PreparedStatement statement = prepared(connection, sql, columns, limits.rows())) {
            return watched(statement, limits.time(), cancelled, rows -> read(rows, columns, limits.rows()));
        }
    }

    /** Takes what a statement gives. */
    @FunctionalInterface
    private interface Taker<T> {
        T take(ResultSet rows) throws SQLException;
    }

    private static <T> T watched(PreparedStatement statement, Duration time, BooleanSupplier cancelled, Taker<T> taker) throws SQLException {
        try (QueryWatch watch = new QueryWatch(statement, time, cancelled)) {
            try (ResultSet rows = statement.executeQuery()) {
                return taker.take(rows);
            } catch (SQLException e) {
                throw watch.stopped(e);
            }
        }
    }

    /**
     * Runs a statement of ours that gives texts, numbers and truths only, as the driver reads them, without asking DuckDB
     * beforehand what it will give.
     */
    static List<List<@Nullable Object>> plain(DuckDBConnection connection, String sql, Duration time, BooleanSupplier cancelled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return watched(statement, time, cancelled, Query::plain);
        }
    }

    private static List<List<@Nullable Object>> plain(ResultSet from) throws SQLException {
        int width = from.getMetaData().getColumnCount();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (from.next()) {
            List<@Nullable Object> row = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) {
                row.add(from.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    static List<QueryResult.Column> columns(DuckDBConnection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData meta = statement.getMetaData();
            if (meta == null) {
                throw new GodwitException(ErrorCode.QUERY_FAILED, "the statement has no result");
            }
            List<QueryResult.Column> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(new QueryResult.Column(meta.getColumnName(i), meta.getColumnTypeName(i)));
            }
            return columns;
        }
    }

    private static boolean isExact(QueryResult.Column column) {
        return INTEGERS.contains(column.type()) || EXACT.contains(column.type()) || column.type().startsWith("DECIMAL(");
    }

    // Stops at the limit, and lets DuckDB write the text of dates and nested values: the driver would write them its own
    // way, some of them wrongly (infinite ones). Results are not streamed, because then the driver loses the reason of errors.
    private static String wrapped(List<QueryResult.Column> columns, String sql, long limit) {
        String values = IntStream.range(0, columns.size())
            .mapToObj(i -> isExact(columns.get(i)) ? "c" + i : "c" + i + "::VARCHAR").collect(Collectors.joining(", "));
        String names = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String end = limit == Long.MAX_VALUE ? "" : " LIMIT " + (limit + 1);
        return "SELECT " + values + " FROM (\n" + sql.strip().replaceAll(";+$", "") + "\n) AS q(" + names + ")" + end;
    }

    private static PreparedStatement prepared(DuckDBConnection connection, String sql, List<QueryResult.Column> columns, long limit) throws SQLException {
        try {
            PreparedStatement wrapped = connection.prepareStatement(wrapped(columns, sql, limit));
            if (wrapped.getMetaData() != null) {
                return wrapped;
            }
            wrapped.close();
        } catch (SQLException e) {
            // EXPLAIN and the like cannot be a part of a query.
            return connection.prepareStatement(sql);
        }
        return connection.prepareStatement(sql);
    }

    private static QueryResult read(ResultSet from, List<QueryResult.Column> columns, long limit) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        boolean more = from.next();
        while (more && rows.size() < limit) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                row.add(value(from, i + 1, columns.get(i).type()));
            }
            rows.add(row);
            more = from.next();
        }
        return new QueryResult(columns, rows, !more);
    }

    private static @Nullable Object value(ResultSet from, int column, String type) throws SQLException {
        Object value = from.getObject(column);
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (INTEGERS.contains(type)) {
            return ((Number) value).longValue();
        }
        return value instanceof Number ? value : from.getString(column);
    }
}
