/**
 * Looks closer: carries a plan out again into a scratch database, to name the cells that differ or to show sample rows.
 * Start reading at {@link org.godwit.engine.diagnose.ScratchRun}.
 */
@NullMarked
package org.godwit.engine.diagnose;

import org.jspecify.annotations.NullMarked;
