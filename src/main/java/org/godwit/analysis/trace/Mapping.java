package org.godwit.analysis.trace;

import java.util.List;

/** How a plan says that a cell came to be. Paths are as they are written in the plan. */
public sealed interface Mapping {
    /** The question is about the row: it was made of this node. */
    record Row(String rows) implements Mapping {}

    /**
     * The value at a path.
     *
     * @param path the first one that is there
     * @param transforms what was done to it, in order; empty if it was taken as it is
     */
    record Copied(String path, List<String> transforms) implements Mapping {
        public Copied {
            transforms = List.copyOf(transforms);
        }
    }

    /** None of the paths is there: the cell has the default of the plan, or NULL if that is empty. */
    record Absent(List<String> paths, String defaultValue) implements Mapping {
        public Absent {
            paths = List.copyOf(paths);
        }
    }

    /** The key of an entry of a map. */
    record Key(String path) implements Mapping {}

    /** The position in an array, from 0. */
    record Position(String path) implements Mapping {}

    /** A fact of the file, such as its name. */
    record FileFact(String path) implements Mapping {}

    /** The same value in every row, written in the plan. */
    record Constant(String value) implements Mapping {}

    /** An id that Godwit counted on. */
    record Generated() implements Mapping {}

    /**
     * The id of a row of another table.
     *
     * @param on its key: column and path
     */
    record Reference(String table, List<String> on) implements Mapping {
        public Reference {
            on = List.copyOf(on);
        }
    }

    /** The id of the row of another table that an outer level made. */
    record Parent(String table, String level) implements Mapping {}

    /** What no other column took below this path. */
    record Rest(String path) implements Mapping {}

    /** An expression of the plan over what these paths give. */
    record Computed(String expression, List<String> reads) implements Mapping {
        public Computed {
            reads = List.copyOf(reads);
        }
    }

    /** The plan fills this column from no document of this kind: it is NULL. */
    record Unset() implements Mapping {}

    /** Written by Godwit to find the row's source again. */
    record Lineage() implements Mapping {}
}
