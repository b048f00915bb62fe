package org.godwit.connector.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/** The road through the JDBC driver and the library that it brings along. */
final class JdbcLink implements Link {
    private final Connection connection;

    private JdbcLink(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database.
     *
     * @param uri as SQLite reads file names: {@code file:///…}
     */
    static JdbcLink open(String uri, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false);
        config.enableLoadExtension(false);
        return new JdbcLink(config.createConnection("jdbc:sqlite:" + uri));
    }

    @Override
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Prepared prepare(String sql) throws SQLException {
        return new Running(connection.prepareStatement(sql));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Cells are asked of the driver's lower layer: its upper one converts, and replaces what is no valid UTF-8. */
    private static final class Running implements Prepared {
        private static final byte[] NOTHING = new byte[0];

        private final PreparedStatement statement;
        private final DB database;
        private final long pointer;
        private @Nullable ResultSet rows;

        Running(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            CoreStatement core = (CoreStatement) statement;
            this.database = core.getDatabase();
            this.pointer = core.pointer.safeRunLong((db, address) -> address);
        }

        @Override
        public void bindNull(int parameter) throws SQLException {
            statement.setObject(parameter, null);
        }

        @Override
        public void bind(int parameter, long value) throws SQLException {
            statement.setLong(parameter, value);
        }

        @Override
        public void bind(int parameter, double value) throws SQLException {
            statement.setDouble(parameter, value);
        }

        @Override
        public void bind(int parameter, String value) throws SQLException {
            statement.setString(parameter, value);
        }

        @Override
        public void bind(int parameter, Utf8Text value) throws SQLException {
            bind(parameter, value.toString());
        }

        @Override
        public void bind(int parameter, byte[] value) throws SQLException {
            statement.setBytes(parameter, value);
        }

        @Override
        public boolean step() throws SQLException {
            if (rows == null) {
                rows = statement.executeQuery();
            }
            boolean more = rows.next();
            if (!more) {
                reset();
            }
            return more;
        }

        @Override
        public long run() throws SQLException {
            return statement.executeLargeUpdate();
        }

        @Override
        public void reset() throws SQLException {
            if (rows != null) {
                rows.close();
                rows = null;
            }
        }

        @Override
        public int type(int column) throws SQLException {
            return database.column_type(pointer, column);
        }

        @Override
        public long integer(int column) throws SQLException {
            return database.column_long(pointer, column);
        }

        @Override
        public double real(int column) throws SQLException {
            return database.column_double(pointer, column);
        }

        @Override
        public byte[] bytes(int column) throws SQLException {
            byte[] bytes = database.column_blob(pointer, column);
            return bytes == null ? NOTHING : bytes;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
