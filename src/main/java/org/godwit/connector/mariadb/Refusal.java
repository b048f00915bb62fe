package org.godwit.connector.mariadb;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.model.GodwitException;

/** Reads out of a server's message which row and which column it is about. */
final class Refusal {
    private static final Pattern ROW = Pattern.compile(" at row (\\d+)");
    private static final Pattern COLUMN = Pattern.compile("column (?:`[^`]*`\\.`[^`]*`\\.)?[`']([^`']+)[`']");
    private static final Pattern CHECK = Pattern.compile("CONSTRAINT `(?:[^`]*\\.)?([^`]+)` failed");
    private static final Pattern KEY = Pattern.compile("for key '([^']+)'");
    private static final Pattern FOREIGN = Pattern.compile("foreign key constraint fails");
    private static final int CHECK_FAILED = 4025;
    private static final int MYSQL_CHECK_FAILED = 3819;

    private Refusal() {}

    /** Returns whether an error is about the rows, and not about the way to the server or its state. */
    static boolean isAboutRows(SQLException e) {
        int code = e.getErrorCode();
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || code == MariaErrors.DUPLICATE_ENTRY || code == CHECK_FAILED || code == MYSQL_CHECK_FAILED
                || ROW.matcher(MariaErrors.reason(e)).find();
    }

    /**
     * Returns the error for a message.
     *
     * @param before the number of rows that were sent before those that the server counts
     * @param stage the name of the table on the server
     */
    static GodwitException of(CellCheck table, String message, long before, String stage) {
        Matcher row = ROW.matcher(message);
        Matcher column = COLUMN.matcher(message);
        Matcher key = KEY.matcher(message);
        StringBuilder where = new StringBuilder();
        if (row.find()) {
            where.append("row ").append(before + Long.parseLong(row.group(1)));
        }
        if (column.find()) {
            where.append(where.isEmpty() ? "" : ", ").append("column ").append(column.group(1));
        }
        Matcher broken = CHECK.matcher(message);
        if (where.isEmpty() && broken.find()) {
            where.append("column ").append(broken.group(1));
        }
        if (where.isEmpty()) {
            where.append(key.find() ? "key " + key.group(1) : "rows after " + before);
        }
        return table.refused(where.toString(), reason(message, stage));
    }

    private static String reason(String message, String stage) {
        if (FOREIGN.matcher(message).find()) {
            return "it refers to a row that is not there";
        }
        if (CHECK.matcher(message).find()) {
            return "a value does not keep what the table asks of it (of JSON: that it is JSON)";
        }
        String text = message.replaceAll("`[^`]*`\\.`" + Pattern.quote(stage) + "`\\.", "").replaceAll(" at row \\d+", "");
        return text;
    }
}
