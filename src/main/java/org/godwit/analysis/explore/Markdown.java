package org.godwit.analysis.explore;

import java.nio.file.Path;
import java.util.List;
import org.godwit.analysis.export.AtomicFile;
import org.godwit.duck.QueryResult;
import org.jspecify.annotations.Nullable;

/** Writes a result as a Markdown table. */
final class Markdown {
    private Markdown() {}

    static long write(QueryResult result, Path file) {
        ResultRows rows = new ResultRows(result);
        List<List<@Nullable String>> all = rows.page(0, Math.toIntExact(rows.rows()), () -> false);
        AtomicFile.write(file, RowText.markdown(rows.columns(), all));
        return rows.rows();
    }
}
