package org.godwit.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dataset and what a full scan says of it.
 *
 * @param name deterministic, unique in the inspection, safe as a table name
 * @param documents how many documents belong to it
 * @param examples up to five files
 * @param match the rule that tells its documents from all others, if the rules are tried in the order of
 *     {@code matchOrder}; its name is the dataset's, its source empty
 * @param matchOrder its turn: those of an inspection are tried in the order of these numbers
 * @param known whether name and rule were given (by a recipe) and not found
 * @param root the tree of paths
 * @param shapes the kinds of documents that were joined in it; empty for a known dataset
 * @param table for the rows of a table, what its catalogue says; otherwise null
 */
public record DatasetProfile(
        String name,
        long documents,
        List<String> examples,
        Plan.DatasetSpec match,
        int matchOrder,
        boolean known,
        PathProfile root,
        List<Shape> shapes,
        @Nullable TableInfo table) {
    public DatasetProfile {
        examples = List.copyOf(examples);
        shapes = List.copyOf(shapes);
    }

    public DatasetProfile(
            String name, long documents, List<String> examples, Plan.DatasetSpec match, int matchOrder, boolean known, PathProfile root) {
        this(name, documents, examples, match, matchOrder, known, root, List.of(), null);
    }

    /** Returns whether its rows are those of several files that are called alike. */
    public boolean isSeries() {
        return NameGlob.isPattern(match.table()) && examples.size() > 1;
    }

    /**
     * Documents with the same members of the same types at their root.
     *
     * @param id the same for the same members, whatever the scan
     * @param members of the root; empty if it is no object or has very many
     */
    public record Shape(String id, Map<String, JsonType> members) {
        public Shape {
            members = Collections.unmodifiableMap(members);
        }
    }
}
