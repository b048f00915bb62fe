/**
 * The history: every run of this workspace, and the result of the chosen one. Start reading at
 * {@link org.godwit.app.runs.RunsModel}.
 */
@NullMarked
package org.godwit.app.runs;

import org.jspecify.annotations.NullMarked;
