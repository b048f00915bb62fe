package org.godwit.engine.diagnose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.godwit.model.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would do, found by doing it into a database that is thrown away.
 *
 * @param ledger of what was read
 * @param whole whether everything was read, and not only the first part of the sources
 * @param rejects how much could not be loaded
 * @param samples rows of each table, by its name
 */
public record Trial(Ledger ledger, boolean whole, long rejects, Map<String, List<Sample>> samples) {
    public Trial {
        samples = Map.copyOf(samples);
    }

    /** Why a row is shown. */
    public enum Why {
        FIRST,
        LONGEST,
        DEEPEST,
        REJECTED
    }

    /**
     * A row before and after.
     *
     * @param pointer the JSON pointer of the row; of the value that does not fit if it is REJECTED
     * @param before the source node as JSON, cut to 4,000 characters; empty if it was too far into the source
     * @param values as text, null for NULL, in the order of the columns; empty for a row that would not be loaded
     * @param column the column that could not be filled, empty if none
     * @param reason why it could not, empty if it could
     */
    public record Sample(
            Why why, String file, String pointer, String before, List<@Nullable String> values, String column, String reason) {
        public Sample {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
