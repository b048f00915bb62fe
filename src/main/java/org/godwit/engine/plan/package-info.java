/**
 * The plan language: reading, checking and writing plan files. Start at {@link org.godwit.engine.plan.PlanFiles};
 * the form of the file is {@code schema/plan.schema.json}, the meaning is checked by
 * {@link org.godwit.engine.plan.PlanChecker}. Uses the model, Jackson's streaming core, the message
 * bundle, and {@code engine.check} for conditions of rows.
 */
@NullMarked
package org.godwit.engine.plan;

import org.jspecify.annotations.NullMarked;
