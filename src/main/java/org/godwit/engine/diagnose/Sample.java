package org.godwit.engine.diagnose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row before and after.
 *
 * @param pointer the JSON pointer of the row; of the value that does not fit if it is REJECTED
 * @param before the source node as JSON, cut to 4,000 characters; empty if it was too far into the source
 * @param values as text, null for NULL, in the order of the columns; empty for a row that would not be loaded
 * @param column the column that could not be filled, empty if none
 * @param reason why it could not, empty if it could
 */
public record Sample(Why why, String file, String pointer, String before, List<@Nullable String> values, String column, String reason) {
    public Sample {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Why a row is shown. */
    public enum Why {
        FIRST,
        LONGEST,
        DEEPEST,
        REJECTED
    }
}
