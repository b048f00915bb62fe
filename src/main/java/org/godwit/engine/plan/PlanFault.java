package org.godwit.engine.plan;

import org.godwit.engine.text.Messages;

/**
 * Something wrong in a plan.
 *
 * @param pointer where: a JSON pointer (RFC 6901), empty for the plan as a whole
 * @param expected what belongs there
 * @param found what stands there
 * @param nearest the valid name that looks most like what was found; empty if none does
 */
public record PlanFault(String pointer, String expected, String found, String nearest) {
    /** Returns the fault in one line. */
    @Override
    public String toString() {
        String place = pointer.isEmpty() ? Messages.get("plan.fault.whole") : pointer;
        return nearest.isEmpty()
                ? Messages.get("plan.fault", place, expected, found)
                : Messages.get("plan.fault.nearest", place, expected, found, nearest);
    }
}
