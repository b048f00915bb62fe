package org.godwit.analysis.matrix;

import org.godwit.engine.text.Messages;

/** What the results of a pair say together. {@link Tally#state} has the rule; simulated results never decide a state. */
public enum State {
    /** All results pass. */
    FULL("✓", "matrix.state.full", "matrix.means.full"),
    /** At least one works in part, none fails. */
    PARTIAL("◐", "matrix.state.partial", "matrix.means.partial"),
    /** At least one fails and at least one does not. */
    CONFLICTING("!", "matrix.state.conflicting", "matrix.means.conflicting"),
    /** All results fail. */
    FAILS("✗", "matrix.state.fails", "matrix.means.fails"),
    /** There are simulated results only. */
    SIMULATED("~", "matrix.state.simulated", "matrix.means.simulated"),
    /** There are results, but none says whether it works, or none has a value. */
    UNDECIDED("–", "matrix.state.undecided", "matrix.means.undecided"),
    /** There is no result: which is not a failure. */
    UNTESTED("·", "matrix.state.untested", "matrix.means.untested"),
    /** There is a value; only where a measure is looked at. */
    MEASURED("", "matrix.state.measured", "matrix.means.measured");

    private final String glyph;
    private final String labelKey;
    private final String meansKey;

    State(String glyph, String labelKey, String meansKey) {
        this.glyph = glyph;
        this.labelKey = labelKey;
        this.meansKey = meansKey;
    }

    /** Returns the one character that stands for it in text; empty for a value. */
    public String glyph() {
        return glyph;
    }

    /** Returns its name for people. */
    public String label() {
        return Messages.get(labelKey);
    }

    /** Returns a few words that explain it. */
    public String means(Judge judge) {
        String newest = meansKey + ".newest";
        return Messages.get(judge == Judge.NEWEST && Messages.has(newest) ? newest : meansKey);
    }
}
