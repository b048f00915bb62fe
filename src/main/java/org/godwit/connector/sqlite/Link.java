package org.godwit.connector.sqlite;

import java.sql.SQLException;

/** A connection to one database. Not thread-safe. Errors carry SQLite's own code. */
interface Link extends AutoCloseable {
    /** How long a statement waits for other programs before it fails as busy. */
    int BUSY_MILLIS = 5_000;

    /** Carries out a statement that returns nothing of interest. */
    void execute(String sql) throws SQLException;

    /** Prepares a statement. */
    Prepared prepare(String sql) throws SQLException;

    @Override
    void close() throws SQLException;
}
