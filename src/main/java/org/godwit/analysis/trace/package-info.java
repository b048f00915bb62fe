/**
 * Answers "Where is this from?": from a cell of a database back to the exact bytes of its source file, by the lineage of
 * its row and the plan of its run. Reads files as streams and never trusts that they are what they were. Start reading
 * at {@link org.godwit.analysis.trace.Tracer}.
 */
@NullMarked
package org.godwit.analysis.trace;

import org.jspecify.annotations.NullMarked;
