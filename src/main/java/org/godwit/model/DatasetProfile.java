package org.godwit.model;

import java.util.List;

/**
 * A dataset and what a full scan says of it.
 *
 * @param name deterministic, unique in the inspection, safe as a table name
 * @param documents how many documents belong to it
 * @param examples up to five files
 * @param match the rule that tells its documents from all others, if the rules are tried in the order of
 *     {@code matchOrder}; its name is the dataset's, its source empty
 * @param matchOrder its turn among the datasets of the inspection, from 0
 * @param known whether name and rule were given (by a recipe) and not found
 * @param root the tree of paths
 */
public record DatasetProfile(
        String name,
        long documents,
        List<String> examples,
        Plan.DatasetSpec match,
        int matchOrder,
        boolean known,
        PathProfile root) {
    public DatasetProfile {
        examples = List.copyOf(examples);
    }
}
