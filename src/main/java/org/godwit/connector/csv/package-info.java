/**
 * CSV and TSV files as tables: as a source that guesses nothing, and as a target, one file for each table. Knows
 * connector.spi and below. Start reading at {@link org.godwit.connector.csv.CsvConnector}.
 */
@NullMarked
package org.godwit.connector.csv;

import org.jspecify.annotations.NullMarked;
