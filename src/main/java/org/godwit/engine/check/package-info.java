/**
 * Conditions that every row keeps to: out of the SQL of sources and plans, and back. DuckDB takes the SQL apart; what is
 * not understood, or would mean something else in another database, is no such condition. Uses {@code duck}. Start
 * reading at {@link org.godwit.engine.check.CheckReader}.
 */
@NullMarked
package org.godwit.engine.check;

import org.jspecify.annotations.NullMarked;
