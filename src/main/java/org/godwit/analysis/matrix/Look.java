package org.godwit.analysis.matrix;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a matrix is looked at. Changing it needs no database.
 *
 * @param withSimulated whether simulated results are shown, marked; they never decide a state
 * @param grouped whether rows stand together by family
 * @param filter keeps rows whose label or family has this text; if none has, columns whose label has it
 * @param hidden states whose squares are left blank; rows and columns without any other square are left out
 */
public record Look(boolean withSimulated, Judge judge, Order order, boolean grouped, String filter, Set<State> hidden) {
    public static final Look USUAL = new Look(false, Judge.ALL, Order.NAME, false, "", Set.of());

    /** In which order rows and columns stand. */
    public enum Order {
        /** By name. */
        NAME,
        /** The highest share of passes first; where a measure is looked at, the highest mean first. */
        SHARE,
        /** The most results first. */
        COUNT
    }

    public Look {
        hidden = Set.copyOf(hidden);
    }

    public Look simulated(boolean shown) {
        return new Look(shown, judge, order, grouped, filter, hidden);
    }

    public Look judged(Judge by) {
        return new Look(withSimulated, by, order, grouped, filter, hidden);
    }

    public Look ordered(Order by) {
        return new Look(withSimulated, judge, by, grouped, filter, hidden);
    }

    public Look grouped(boolean together) {
        return new Look(withSimulated, judge, order, together, filter, hidden);
    }

    public Look filtered(String text) {
        return new Look(withSimulated, judge, order, grouped, text, hidden);
    }

    /** Shows a state that is hidden, or hides one that is shown. */
    public Look toggled(State state) {
        EnumSet<State> changed = EnumSet.noneOf(State.class);
        changed.addAll(hidden);
        if (!changed.remove(state)) {
            changed.add(state);
        }
        return new Look(withSimulated, judge, order, grouped, filter, changed);
    }
}
