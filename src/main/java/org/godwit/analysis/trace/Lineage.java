package org.godwit.analysis.trace;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.Sql;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.target.FileNames;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** What a database knows of its rows: their documents, runs and merges. */
final class Lineage {
    private static final QueryLimits LIMITS = new QueryLimits(1000, Duration.ofSeconds(30));
    private static final QueryLimits ALL_FILES = new QueryLimits(1_000_000, Duration.ofSeconds(30));

    private final Lease lease;
    private final TaskContext context;

    Lineage(Lease lease, TaskContext context) {
        this.lease = lease;
        this.context = context;
    }

    /**
     * A document as it was recorded.
     *
     * @param file under the name that it has now, as far as later runs have noted it
     */
    record Document(String file, long position, long line, String dataset, String sha256, String run) {}

    /** What a file held when a run read it. */
    record Content(long bytes, String sha256) {}

    /** A run as it was recorded. */
    record Run(String id, Plan plan, String started) {}

    /** Where the cell's value was read: another row's place if rows of one key were merged. */
    record Made(long doc, String at, int feed) {}

    /**
     * Returns a document.
     *
     * @throws GodwitException TRACE_IMPOSSIBLE if there is none of this number
     */
    Document document(long doc) {
        List<@Nullable Object> row = rows("SELECT file, position, line, dataset, sha256, run FROM " + SystemTables.origin(doc)).stream()
                .findFirst()
                .orElseThrow(() -> new GodwitException(ErrorCode.TRACE_IMPOSSIBLE, lease.file(), "it knows no document " + doc));
        return new Document(called(text(row, 5), text(row, 0)), number(row, 1), number(row, 2), text(row, 3), text(row, 4), text(row, 5));
    }

    /** Returns what the file of a row's document held when it was read, if that is recorded: not of databases. */
    Optional<Content> content(long doc) {
        if (!recordsFiles()) {
            return Optional.empty();
        }
        // It is recorded again only when it has changed.
        String sql = "SELECT f.bytes, f.sha256 FROM " + SystemTables.origin(doc) + " d JOIN " + SystemTables.RUNS + " r ON r.run = d.run JOIN "
                + SystemTables.FILES + " f ON f.file = d.file JOIN " + SystemTables.RUNS + " w ON w.run = f.run"
                + " WHERE w.first_doc <= r.first_doc ORDER BY w.first_doc DESC, w.end_doc DESC LIMIT 1";
        return rows(sql).stream().findFirst().map(row -> new Content(number(row, 0), text(row, 1)));
    }

    /** Older databases have no record of files. */
    private boolean recordsFiles() {
        return !rows("SELECT 1 FROM information_schema.tables WHERE table_name = " + Sql.literal(SystemTables.FILES)).isEmpty();
    }

    /** Returns what a file is called since. */
    private String called(String run, String file) {
        if (!recordsFiles()) {
            return file;
        }
        Map<String, Map<String, String>> moves = new HashMap<>();
        rows("SELECT run, file, moved_from FROM " + Sql.name(SystemTables.FILES) + " WHERE moved_from IS NOT NULL", ALL_FILES)
                .forEach(row -> moves.computeIfAbsent(text(row, 0), _ -> new HashMap<>()).put(text(row, 1), text(row, 2)));
        if (moves.isEmpty()) {
            return file;
        }
        List<String> runs = rows("SELECT run FROM " + Sql.name(SystemTables.RUNS) + " ORDER BY first_doc, end_doc", ALL_FILES).stream().map(row -> text(row, 0)).toList();
        return Objects.requireNonNullElse(FileNames.of(runs, moves).now(run, file), file);
    }

    Run run(String id) {
        List<@Nullable Object> row = rows("SELECT plan::VARCHAR, started FROM " + Sql.name(SystemTables.RUNS) + " WHERE run = " + Sql.literal(id)).stream()
                .findFirst()
                .orElseThrow(() -> new GodwitException(ErrorCode.TRACE_IMPOSSIBLE, lease.file(), "it knows no run " + id));
        return new Run(id, PlanReader.read(text(row, 0), "run " + id), text(row, 1));
    }

    /** Returns where a cell of a keyed row was filled from: its own row, or the first of its key whose feed speaks of the column. */
    Made made(Place place, TableSpec table) {
        Made own = new Made(place.doc(), place.at(), place.feed());
        if (table.key().isEmpty() || speaks(table, own.feed(), place.column())) {
            return own;
        }
        String where = " WHERE table_name = " + Sql.literal(place.table()) + " AND kept_doc = " + place.doc() + " AND kept_at = " + Sql.literal(place.at())
                + " AND kept_feed = " + place.feed();
        Optional<Made> filled = rows("SELECT min_by(doc, rowid), min_by(\"at\", rowid), feed FROM " + Sql.name(SystemTables.MERGES) + where
                        + " GROUP BY feed ORDER BY min(rowid)").stream()
                .map(row -> new Made(number(row, 0), text(row, 1), (int) number(row, 2)))
                .filter(merged -> speaks(table, merged.feed(), place.column()))
                .findFirst();
        return filled.orElse(own);
    }

    private static boolean speaks(TableSpec table, int feed, String column) {
        return feed < table.feeds().size() && ColumnOrigin.speaks(table, table.feeds().get(feed), column);
    }

    private List<List<@Nullable Object>> rows(String sql) {
        return rows(sql, LIMITS);
    }

    private List<List<@Nullable Object>> rows(String sql, QueryLimits limits) {
        try {
            return Query.rows(lease, sql, limits, context::isCancelled).rows();
        } catch (GodwitException e) {
            if (e.code() == ErrorCode.QUERY_FAILED) {
                throw new GodwitException(e, ErrorCode.TRACE_IMPOSSIBLE, lease.file(), "it was not written by Godwit, or its own tables are gone");
            }
            throw e;
        }
    }

    private static String text(List<@Nullable Object> row, int column) {
        return Objects.toString(row.get(column), "");
    }

    private static long number(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Number value ? value.longValue() : 0;
    }
}
