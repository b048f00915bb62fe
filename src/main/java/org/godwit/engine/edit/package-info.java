/**
 * Changes of a plan, each a pure function from plan to plan, and the history of them. Uses {@code model} and the plan
 * language of {@code engine.plan}; knows nothing of windows. Start reading at {@link org.godwit.engine.edit.PlanEdit}.
 */
@NullMarked
package org.godwit.engine.edit;

import org.jspecify.annotations.NullMarked;
