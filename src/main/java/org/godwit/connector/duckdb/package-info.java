/**
 * Tables of DuckDB files as a source, told by their first bytes. Knows connector.spi and below. Start reading at
 * {@link org.godwit.connector.duckdb.DuckDbConnector}.
 */
@NullMarked
package org.godwit.connector.duckdb;

import org.jspecify.annotations.NullMarked;
