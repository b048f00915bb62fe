package org.godwit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the value of a column comes from. */
public sealed interface ValueSpec
        permits ValueSpec.From, ValueSpec.Const, ValueSpec.Ref, ValueSpec.Parent, ValueSpec.Rest, ValueSpec.Sql {
    /**
     * The value at a path.
     *
     * @param paths tried in this order; the first that is present and not null wins
     * @param defaultValue used when all are missing: String, Boolean, java.math.BigDecimal or null for none
     * @param transforms applied in this order
     * @param nullMeans what NULL in the column stands for; the other case is noted in the document's rest
     */
    record From(List<PathExpr> paths, @Nullable Object defaultValue, List<Transform> transforms, NullMeans nullMeans)
            implements ValueSpec {
        public From {
            paths = List.copyOf(paths);
            transforms = List.copyOf(transforms);
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("a value needs at least one path");
            }
        }

        /** Returns the plain value at one path. */
        public static From path(PathExpr path) {
            return new From(List.of(path), null, List.of(), NullMeans.MISSING);
        }
    }

    /** The same value in every row: String, Boolean or java.math.BigDecimal. */
    record Const(Object value) implements ValueSpec {}

    /** The generated id of the row of a keyed table whose key columns have these values. */
    record Ref(String table, Map<String, From> on) implements ValueSpec {
        public Ref {
            on = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(on));
        }
    }

    /**
     * The generated id of the row that the named table's feed made at an outer level.
     *
     * @param level the level's name, or {@code $} for the document
     */
    record Parent(String table, String level) implements ValueSpec {}

    /** As JSON, what no other value took below this path. */
    record Rest(PathExpr path) implements ValueSpec {}

    /**
     * A DuckDB expression.
     *
     * @param reads names that the expression uses, and the paths they stand for
     */
    record Sql(String expression, Map<String, From> reads) implements ValueSpec {
        public Sql {
            reads = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reads));
        }
    }

    /** What NULL in a column stands for. */
    enum NullMeans {
        MISSING,
        NULL
    }

    /**
     * A named, total function on a value.
     *
     * @param arguments by name: String, Boolean, java.math.BigDecimal, a List of String, or a Map of String to
     *     String, Boolean, java.math.BigDecimal
     */
    record Transform(String name, Map<String, Object> arguments) {
        public Transform {
            arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        }
    }
}
