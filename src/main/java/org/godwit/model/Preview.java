package org.godwit.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that a plan would make, made by the real engine, with where they come from. */
public record Preview(String table, List<String> columns, List<Row> rows) {
    public Preview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param file the source file
     * @param pointer the JSON pointer of the row
     * @param before the source node as JSON, cut to 4,000 characters
     * @param values as text, null for NULL, in the order of the columns
     */
    public record Row(String file, String pointer, String before, List<@Nullable String> values) {
        public Row {
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        }
    }
}
