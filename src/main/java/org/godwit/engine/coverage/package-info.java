/**
 * How much of a source a plan keeps, told at once from its profile: for every path, how many values go into columns, stay
 * in rest, are left out by a rule or do not fit. Reads {@code model}; runs nothing. Start reading at
 * {@link org.godwit.engine.coverage.Coverage}.
 */
@NullMarked
package org.godwit.engine.coverage;

import org.jspecify.annotations.NullMarked;
