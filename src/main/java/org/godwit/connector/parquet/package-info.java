/**
 * Parquet files as tables: as a source through DuckDB's own reader, and as a target, one file for each table. Knows
 * connector.spi and below. Start reading at {@link org.godwit.connector.parquet.ParquetConnector}.
 */
@NullMarked
package org.godwit.connector.parquet;

import org.jspecify.annotations.NullMarked;
