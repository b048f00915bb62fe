package org.godwit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.godwit.model.Reject;

/** The rows of table {@code rejects}. */
final class StoredRejects {
    private StoredRejects() {}

    static void replace(Connection connection, String run, List<Reject> rejects) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rejects WHERE run = ?")) {
            delete.setString(1, run);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO rejects (run, number, level, file, line, column_number,"
                + " pointer, table_name, column_name, reason, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int number = 0;
            for (Reject reject : rejects) {
                insert.setString(1, run);
                insert.setInt(2, number++);
                insert.setString(3, reject.level().name());
                insert.setString(4, reject.file());
                insert.setLong(5, reject.line());
                insert.setLong(6, reject.column());
                insert.setString(7, reject.pointer());
                insert.setString(8, reject.table());
                insert.setString(9, reject.columnName());
                insert.setString(10, reject.reason());
                insert.setString(11, reject.raw());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<Reject> of(Connection connection, String run) throws SQLException {
        List<Reject> rejects = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT level, file, line, column_number, pointer, table_name,"
                + " column_name, reason, raw FROM rejects WHERE run = ? ORDER BY number")) {
            select.setString(1, run);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rejects.add(new Reject(
                            Reject.Level.valueOf(rows.getString(1)),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8),
                            rows.getString(9)));
                }
            }
        }
        return rejects;
    }
}
