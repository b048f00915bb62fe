package org.godwit.app.explore.grid;

import java.util.List;
import java.util.Optional;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.fx.Tracing;
import org.jspecify.annotations.Nullable;

/** Reads the lineage of a row. */
final class Origins {
    private Origins() {}

    /** Returns the origin of a cell, if the row has lineage. */
    static Optional<Tracing.Origin> of(GridHost.Shown shown, List<RowSource.Column> columns, List<@Nullable String> row, String column) {
        String doc = value("_doc", columns, row);
        String at = value("_at", columns, row);
        String feed = value("_feed", columns, row);
        if (doc == null || at == null || feed == null || at.length() > RowSource.LONGEST || !doc.matches("\\d{1,18}") || !feed.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(new Tracing.Origin(shown.database(), shown.table(), Long.parseLong(doc), at, Integer.parseInt(feed), column));
    }

    /** Returns whether rows of these columns have lineage. */
    static boolean possible(List<RowSource.Column> columns) {
        return columns.stream().filter(RowSource.Column::lineage).count() == 3;
    }

    private static @Nullable String value(String name, List<RowSource.Column> columns, List<@Nullable String> row) {
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return row.get(i);
            }
        }
        return null;
    }
}
