package org.godwit.model;

import java.util.List;

/**
 * A dataset and what a full scan says of it.
 *
 * @param name deterministic, unique in the inspection, safe as a table name
 * @param documents how many documents belong to it
 * @param examples up to five files
 * @param has top-level keys that every document of it has and that tell it from the other datasets (may be empty)
 * @param lacks top-level keys that none of it has and that tell it from the others
 * @param rootIsArray whether its documents are arrays
 * @param root the tree of paths
 */
public record DatasetProfile(
        String name, long documents, List<String> examples, List<String> has, List<String> lacks, boolean rootIsArray, PathProfile root) {
    public DatasetProfile {
        examples = List.copyOf(examples);
        has = List.copyOf(has);
        lacks = List.copyOf(lacks);
    }
}
