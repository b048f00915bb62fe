package org.godwit.app.fx;

import org.godwit.model.Plan;

/** What a source is made of, so that tables are not spoken of as documents and files. */
public enum Units {
    DOCUMENTS,
    ROWS;

    /** Returns rows if every dataset of a plan is a table, documents otherwise. */
    public static Units of(Plan plan) {
        boolean rows = !plan.datasets().isEmpty() && plan.datasets().stream().noneMatch(dataset -> dataset.table().isEmpty());
        return rows ? ROWS : DOCUMENTS;
    }

    /** Returns the text that suits. */
    public String text(String ofDocuments, String ofRows, Object... arguments) {
        return switch (this) {
            case DOCUMENTS -> Text.of(ofDocuments, arguments);
            case ROWS -> Text.of(ofRows, arguments);
        };
    }
}
