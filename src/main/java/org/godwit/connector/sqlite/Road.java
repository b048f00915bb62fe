package org.godwit.connector.sqlite;

import java.sql.SQLException;

/** A way to SQLite. Both ways give and take the same. */
enum Road {
    /** The JDBC driver with the library that it brings along: there on every machine. */
    JDBC {
        @Override
        Link open(String uri, boolean readOnly) throws SQLException {
            return JdbcLink.open(uri, readOnly);
        }
    },
    /** The machine's own library, without a driver between: much faster, where there is one. */
    NATIVE {
        @Override
        Link open(String uri, boolean readOnly) throws SQLException {
            return NativeLink.open(uri, readOnly);
        }
    };

    /** Returns the fastest road of this machine. */
    static Road best() {
        return NativeRoad.there() ? NATIVE : JDBC;
    }

    /**
     * Opens a database.
     *
     * @param uri as SQLite reads file names: {@code file:///…}
     */
    abstract Link open(String uri, boolean readOnly) throws SQLException;
}
