/**
 * Takes over a database that Godwit has filled, with its records, so that proof and lineage of the first source go on
 * in the next target. Start reading at {@link org.godwit.engine.carry.Carrier}.
 */
@NullMarked
package org.godwit.engine.carry;

import org.jspecify.annotations.NullMarked;
