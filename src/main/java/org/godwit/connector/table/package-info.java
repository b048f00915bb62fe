/**
 * Rows of tables as documents: what any {@link org.godwit.connector.spi.TableConnector} reads, handed to the engine in
 * the same way as files of JSON. Knows connector.spi and below. Start reading at
 * {@link org.godwit.connector.table.AnySource}.
 */
@NullMarked
package org.godwit.connector.table;

import org.jspecify.annotations.NullMarked;
