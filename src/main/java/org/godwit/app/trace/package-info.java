/**
 * The drawer that answers "Where is this from?": the source file at the exact value, how the plan took it, and whether
 * the file still is what was loaded. Other screens know it only as {@link org.godwit.app.fx.Tracing}. Start reading at
 * {@link org.godwit.app.trace.TraceModel}.
 */
@NullMarked
package org.godwit.app.trace;

import org.jspecify.annotations.NullMarked;
