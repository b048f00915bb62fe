/**
 * Carries out plans: units of rows are numbered, merged and loaded into a shadow of the target, the ledger is drawn up
 * and the target replaced once everything holds. Start reading at {@link org.godwit.engine.run.PlanRunner}.
 */
@NullMarked
package org.godwit.engine.run;

import org.jspecify.annotations.NullMarked;
