package org.godwit.app.explore.grid;

import java.util.List;
import org.godwit.analysis.explore.RowSource;
import org.godwit.analysis.explore.RowText;
import org.jspecify.annotations.Nullable;

/** How copied cells are written. */
public enum CopyForm {
    /** As spreadsheets take them. */
    PLAIN,
    CSV,
    JSON,
    MARKDOWN;

    String text(List<RowSource.Column> columns, List<List<@Nullable String>> rows) {
        return switch (this) {
            case PLAIN -> RowText.tabs(rows);
            case CSV -> RowText.csv(columns, rows);
            case JSON -> RowText.json(columns, rows);
            case MARKDOWN -> RowText.markdown(columns, rows);
        };
    }
}
