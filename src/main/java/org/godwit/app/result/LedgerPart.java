package org.godwit.app.result;

import java.util.Arrays;
import java.util.List;
import org.godwit.model.Ledger;

/**
 * One segment of the ledger's bar.
 *
 * @param count how many values
 */
record LedgerPart(Kind kind, long count) {
    /** Where a value can have gone, in the order of the ledger. */
    enum Kind {
        STORED("stored"),
        REST("rest"),
        MERGED("merged"),
        SKIPPED("skipped"),
        REJECTED("rejected");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word that ends its message keys and its style class. */
        String word() {
            return word;
        }
    }

    static List<LedgerPart> of(Ledger.Counts counts) {
        return Arrays.stream(Kind.values()).map(kind -> new LedgerPart(kind, count(kind, counts))).toList();
    }

    private static long count(Kind kind, Ledger.Counts counts) {
        return switch (kind) {
            case STORED -> counts.stored();
            case REST -> counts.rest();
            case MERGED -> counts.merged();
            case SKIPPED -> counts.skipped();
            case REJECTED -> counts.rejected();
        };
    }
}
