package org.godwit.shred;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a target cannot hold. A value that one of them cannot hold is rejected like one that does not fit
 * its type. Immutable and thread-safe.
 *
 * @param target its name for people
 * @param columns by table and column; those that hold everything are left out
 */
public record TargetLimits(String target, Map<String, Map<String, CellLimit>> columns) {
    /** A target that holds everything, as DuckDB does. */
    public static final TargetLimits NONE = new TargetLimits("", Map.of());

    public TargetLimits {
        columns = Map.copyOf(columns);
    }

    /** Returns the limit of a column, null for none. */
    public @Nullable CellLimit of(String table, String column) {
        return columns.getOrDefault(table, Map.of()).get(column);
    }
}
