/**
 * The one front door for window and command line: inspect, propose, preview, run, verify.
 * Uses the sub-packages of the engine; none of them knows this package. Start reading at {@link org.godwit.engine.Workbench}.
 */
@NullMarked
package org.godwit.engine;

import org.jspecify.annotations.NullMarked;
