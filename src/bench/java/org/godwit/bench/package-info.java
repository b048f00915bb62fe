/**
 * Benchmarks: whole processes of Godwit and of what people use instead, run in turn on the same data, their medians
 * compared with the goals and written to {@code docs/benchmarks.md}. Start reading at {@link org.godwit.bench.Bench};
 * nothing here knows the inside of Godwit, which is run through its launcher.
 */
@NullMarked
package org.godwit.bench;

import org.jspecify.annotations.NullMarked;
