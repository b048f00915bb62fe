/**
 * SQLite files as sources and targets. {@link org.godwit.connector.sqlite.Roads} opens a file on one of two roads to
 * the engine, JDBC or the machine's own library; everything above speaks to a {@link org.godwit.connector.sqlite.Link}
 * and does not know which. Start reading at {@link org.godwit.connector.sqlite.SqliteConnector} and
 * {@link org.godwit.connector.sqlite.SqliteTarget}.
 */
@NullMarked
package org.godwit.connector.sqlite;

import org.jspecify.annotations.NullMarked;
