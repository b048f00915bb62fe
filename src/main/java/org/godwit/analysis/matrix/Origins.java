package org.godwit.analysis.matrix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that say which place of which document a row was made of. */
final class Origins {
    static final String DOC = "_doc";
    static final String AT = "_at";
    static final String FEED = "_feed";

    private Origins() {}

    /** Returns those columns if the table has all of them, else none. */
    static List<String> columns(Table table) {
        List<String> all = List.of(DOC, AT, FEED);
        return all.stream().allMatch(table::has) ? all : List.of();
    }

    static @Nullable Origin of(@Nullable Object doc, @Nullable Object at, @Nullable Object feed) {
        return doc instanceof Long document && at instanceof String pointer && feed instanceof Long number
                ? new Origin(document, pointer, Math.toIntExact(number))
                : null;
    }
}
