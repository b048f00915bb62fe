package org.godwit.analysis.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.godwit.duck.QueryResult;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Writes a result as a Markdown table. */
final class Markdown {
    private Markdown() {}

    static long write(QueryResult result, Path file) {
        ResultRows rows = new ResultRows(result);
        try {
            List<List<@Nullable String>> all = new ArrayList<>(rows.page(0, Math.toIntExact(rows.rows()), () -> false));
            Files.writeString(file, RowText.markdown(rows.columns(), all));
            return rows.rows();
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, file, String.valueOf(e.getMessage()));
        }
    }
}
