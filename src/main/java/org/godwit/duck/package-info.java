/**
 * Everything DuckDB: quoting, loading batches of rows, reading columns, the shadow file that becomes a target, and
 * locked-down queries on files of users. The only place of the engine that knows JDBC. Its native library is loaded
 * by the first connection, never before. Start reading at {@link org.godwit.duck.ShadowFile}.
 */
@NullMarked
package org.godwit.duck;

import org.jspecify.annotations.NullMarked;
