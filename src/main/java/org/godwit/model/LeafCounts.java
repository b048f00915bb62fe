package org.godwit.model;

/** How many leaves of each type: the figures of {@code inspect} and of the ledger's left side. */
public record LeafCounts(long string, long number, long bool, long nulls, long emptyObject, long emptyArray) {
    public static final LeafCounts NONE = new LeafCounts(0, 0, 0, 0, 0, 0);

    public long total() {
        return string + number + bool + nulls + emptyObject + emptyArray;
    }

    public LeafCounts plus(LeafCounts o) {
        return new LeafCounts(
                string + o.string, number + o.number, bool + o.bool, nulls + o.nulls, emptyObject + o.emptyObject, emptyArray + o.emptyArray);
    }
}
