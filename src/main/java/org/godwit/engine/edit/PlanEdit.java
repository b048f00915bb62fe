package org.godwit.engine.edit;

import java.util.List;
import org.godwit.engine.text.Messages;
import org.godwit.model.Plan;

/** One change of a plan. Immutable; applying it changes nothing but makes another plan. */
public sealed interface PlanEdit permits TableEdit, ColumnEdit, FeedEdit, ShapeEdit, PlanEdit.Replace {
    /**
     * Returns the plan with this change.
     *
     * @throws org.godwit.model.GodwitException EDIT_REFUSED if what it is about is not there, or the name is taken
     */
    Plan apply(Plan plan);

    /** Returns in a few words what it does: "Rename latency to latency_ms". */
    String words();

    /** Returns what a person has to change beside it in this plan, such as a view whose SQL cannot be followed. */
    default List<String> notes(Plan plan) {
        return List.of();
    }

    /** The whole plan, as somebody wrote it. */
    record Replace(Plan plan) implements PlanEdit {
        @Override
        public Plan apply(Plan before) {
            return plan;
        }

        @Override
        public String words() {
            return Messages.get("edit.replace");
        }
    }
}
