package org.godwit.app.mapping;

import java.util.List;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;

/** A line of the source tree. */
sealed interface SourceRow {
    /** Returns the name of the dataset that it is or belongs to. */
    String dataset();

    /** Returns what the tree shows as its name. */
    String label();

    /** Returns what the scan says of it. */
    PathProfile profile();

    /**
     * A dataset.
     *
     * @param documents how many there are of it
     * @param profile of its documents
     */
    record Dataset(String dataset, long documents, PathProfile profile) implements SourceRow {
        @Override
        public String label() {
            return dataset;
        }
    }

    /**
     * A path of a dataset.
     *
     * @param steps from the document
     * @param parents how many nodes there are in which it could be
     */
    record Place(String dataset, List<Step> steps, PathProfile profile, long parents) implements SourceRow {
        @Override
        public String label() {
            return switch (steps.getLast()) {
                case Step.Key key -> key.name();
                case Step.Index index -> "[" + index.position() + "]";
                case Step.Elements _ -> "[*]";
                case Step.Entries _ -> ".*";
            };
        }

        /** Returns the path from the document. */
        PathExpr path() {
            return new PathExpr(PathExpr.Root.DOCUMENT, "", steps);
        }
    }
}
