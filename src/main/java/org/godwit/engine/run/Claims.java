package org.godwit.engine.run;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.shred.RowBatch;

/**
 * Which columns of the rows of a keyed table some feed of an earlier run has spoken for: that of the row itself and those of the rows
 * that were merged into it. The others may still be filled, as they may within a run. Immutable once made.
 */
final class Claims {
    private final TableSpec table;
    private final EarlierRuns runs;
    private final Map<Changes.Row, BitSet> merged = new HashMap<>();
    private final BitSet all = new BitSet();
    private final boolean open;

    private Claims(TableSpec table, EarlierRuns runs) {
        this.table = table;
        this.runs = runs;
        all.set(0, table.columns().size());
        // Where each feed sets each column, nothing is left open; where rows are held back, that is decided when they are written.
        open = !table.onConflict().changesRows() && table.feeds().stream().anyMatch(feed -> !KeyedFills.columns(table, feed).equals(all));
    }

    /** Reads the claims on the rows that a target has. */
    static Claims of(Session session, TableSpec table, EarlierRuns runs) {
        Claims claims = new Claims(table, runs);
        if (claims.open) {
            claims.readMerges(session);
        }
        return claims;
    }

    /** There may be many documents of a key: one for each run and feed is enough. */
    private void readMerges(Session session) {
        RowBatch form = new RowBatch(SystemTables.MERGES, List.of("doc", "feed", "kept_doc", "kept_at", "kept_feed"),
                List.of(DataType.BIGINT, DataType.INTEGER, DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
        String sql = "SELECT min(m.doc), m.feed, m.kept_doc, m.kept_at, m.kept_feed FROM " + SystemTables.MERGES + " m JOIN " + SystemTables.RUNS
                + " r ON m.doc >= r.first_doc AND m.doc < r.end_doc WHERE m.table_name = " + Sql.literal(table.name())
                + " GROUP BY r.run, m.feed, m.kept_doc, m.kept_at, m.kept_feed";
        session.scan(sql, form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                Changes.Row kept = Changes.Row.of(rows, 2, row);
                merged.computeIfAbsent(kept, _ -> new BitSet()).or(claimed(rows.column(0).longAt(row), (int) rows.column(1).longAt(row)));
            }
        });
    }

    /** Returns the columns of a row, by place, that are spoken for. */
    BitSet of(long document, String at, int feed) {
        if (!open) {
            return all;
        }
        BitSet columns = new BitSet();
        columns.or(claimed(document, feed));
        columns.or(merged.getOrDefault(new Changes.Row(document, at, feed), new BitSet()));
        return columns;
    }

    /** Returns the columns that a feed of the document's run sets; all if that is not known. */
    private BitSet claimed(long document, int feed) {
        List<TableSpec.Feed> feeds = runs.of(document).flatMap(run -> run.plan().table(table.name())).map(TableSpec::feeds).orElse(List.of());
        return feed < feeds.size() ? KeyedFills.columns(table, feeds.get(feed)) : all;
    }
}
