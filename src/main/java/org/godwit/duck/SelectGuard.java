package org.godwit.duck;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * Lets through one statement that only reads. Needed besides the locked configuration: DuckDB allows COPY to write the
 * opened database file itself and its log, though the database is read-only; and some functions take addresses.
 */
final class SelectGuard {
    private static final Pattern EXPLAIN =
        Pattern.compile("\\s*EXPLAIN\\s+(?:ANALYZE\\s+)?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String FORBIDDEN = "arrow_scan|arrow_scan_dumb|seq_scan|query|json_execute_serialized_sql"
        + "|(?:create|register|deregister|destroy)_external_resource(?:_type)?";
    private static final String CHECK = "SELECT j->>'error', j->>'error_type', j->>'error_message', json_array_length(j, '$.statements'),"
        + " regexp_extract(j::VARCHAR, '\"function_name\":\"(" + FORBIDDEN + ")\"', 1, 'i') FROM (SELECT json_serialize_sql(?::VARCHAR) AS j)";

    private SelectGuard() {}

    /**
     * Refuses all but one SELECT, VALUES, SHOW, DESCRIBE, SUMMARIZE, or an EXPLAIN of one.
     *
     * @throws GodwitException QUERY_FAILED
     */
    static void check(DuckDBConnection connection, String sql) throws SQLException {
        if (sql.indexOf('\0') >= 0) {
            throw refused("U+0000 cannot be in SQL");
        }
        Matcher explain = EXPLAIN.matcher(sql);
        try (PreparedStatement statement = connection.prepareStatement(CHECK)) {
            statement.setString(1, explain.matches() ? explain.group(1) : sql);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || Boolean.parseBoolean(row.getString(1))) {
                    throw refused("parser".equals(row.getString(2)) ? row.getString(3) : "only one SELECT, SHOW, DESCRIBE or EXPLAIN can be run here");
                }
                if (row.getLong(4) != 1) {
                    throw refused(row.getLong(4) == 0 ? "there is no statement" : "one statement at a time");
                }
                String function = Objects.requireNonNullElse(row.getString(5), "");
                if (!function.isEmpty()) {
                    throw refused("the function " + function + " cannot be used here");
                }
            }
        }
    }

    private static GodwitException refused(String reason) {
        return new GodwitException(ErrorCode.QUERY_FAILED, reason);
    }
}
