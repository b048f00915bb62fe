/**
 * From what a full scan found to a plan: tables, columns with exact types, child tables, and findings for what a person
 * should look at. Pure; the same inspection gives the same plan. Uses the model, engine.profile's names and
 * engine.check. Start reading at {@link org.godwit.engine.propose.Proposer}.
 */
@NullMarked
package org.godwit.engine.propose;

import org.jspecify.annotations.NullMarked;
