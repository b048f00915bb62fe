package org.godwit.engine.coverage;

import org.godwit.model.Ledger;

/**
 * What becomes of the values at a path.
 *
 * @param own of the values at the path itself
 * @param below of those there and below
 * @param exact whether the figures are sure; otherwise they are near
 */
public record Fate(Ledger.Counts own, Ledger.Counts below, boolean exact) {
    static final Ledger.Counts NONE = new Ledger.Counts(0, 0, 0, 0, 0, 0);

    /** Returns whether some value at or below the path is in a column. */
    public boolean inColumn() {
        return below.stored() + below.merged() > 0;
    }

    /** Returns whether some value at or below the path is in no column but kept. */
    public boolean inRest() {
        return below.rest() > 0;
    }

    /** Returns whether some value at or below the path is not kept. */
    public boolean isNowhere() {
        return below.skipped() + below.rejected() > 0;
    }
}
