package org.godwit.engine.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.godwit.model.Plan;

/** A plan and all that was changed in it, to be undone and redone without limit. Not thread-safe. */
public final class EditHistory {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Plan plan;

    /** One change; plans share what is equal in them, so that a long history stays small. */
    private record Step(Plan before, Plan after, String words) {}

    public EditHistory(Plan start) {
        plan = start;
    }

    /** Returns the plan as it is now. */
    public Plan plan() {
        return plan;
    }

    /**
     * Changes the plan; what was undone can no longer be redone. An edit that changes nothing is no step.
     *
     * @return what a person has to change beside it
     * @throws org.godwit.model.GodwitException EDIT_REFUSED; the plan is as it was
     */
    public List<String> apply(PlanEdit edit) {
        Plan next = edit.apply(plan);
        if (next.equals(plan)) {
            return List.of();
        }
        List<String> notes = edit.notes(plan);
        done.push(new Step(plan, next, edit.words()));
        undone.clear();
        plan = next;
        return notes;
    }

    /** Takes the last change back, if there is one. */
    public boolean undo() {
        Step step = done.poll();
        if (step == null) {
            return false;
        }
        undone.push(step);
        plan = step.before;
        return true;
    }

    /** Makes the change again that was taken back last, if there is one. */
    public boolean redo() {
        Step step = undone.poll();
        if (step == null) {
            return false;
        }
        done.push(step);
        plan = step.after;
        return true;
    }

    /** Returns what undo would take back, in words. */
    public Optional<String> undoWords() {
        return Optional.ofNullable(done.peek()).map(Step::words);
    }

    /** Returns what redo would make again, in words. */
    public Optional<String> redoWords() {
        return Optional.ofNullable(undone.peek()).map(Step::words);
    }

    /** Returns how many changes can be taken back. */
    public int size() {
        return done.size();
    }
}
