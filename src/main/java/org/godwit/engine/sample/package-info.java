/**
 * Makes realistic benchmark results to try Godwit on, with planted oddities and a truth file that counts what is in
 * them. The same seed gives the same bytes on every machine. Uses nothing of the engine, so that what it counts can be
 * held against the engine's figures. Start reading at {@link org.godwit.engine.sample.SampleGenerator}.
 */
@NullMarked
package org.godwit.engine.sample;

import org.jspecify.annotations.NullMarked;
