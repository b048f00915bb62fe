package org.godwit.engine.diagnose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.model.VerificationResult;
import org.godwit.model.VerificationResult.Difference;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;

/**
 * Names the cells that differ: carries the plan out again from its sources into a scratch database and compares row by
 * row. Works while the sources are as they were; otherwise the differences stay as they are.
 */
public final class DifferenceFinder {
    private static final int MAX = 100;

    private final DocumentConnector connector;
    private final TaskContext context;

    public DifferenceFinder(DocumentConnector connector, TaskContext context) {
        this.connector = connector;
        this.context = context;
    }

    /**
     * Returns the result with cells named where they can be.
     *
     * @param limits what the target can hold
     * @param target reads the target, or what is in it; can attach other databases
     * @throws org.godwit.model.GodwitException if the plan cannot be carried out again
     */
    public VerificationResult name(VerificationResult result, Plan plan, Path base, TargetLimits limits, Session target) {
        List<Difference> named = new ArrayList<>();
        try (ScratchRun scratch = ScratchRun.of(plan, base, connector, limits, RecordedRefusals.of(target, plan), context)) {
            target.execute("ATTACH " + Sql.literal(scratch.database().toString()) + " AS _godwit_expected (READ_ONLY)");
            for (TableSpec table : plan.tables()) {
                for (String column : columns(result, table, target)) {
                    named.addAll(differences(table.name(), column, target));
                }
            }
            target.execute("DETACH _godwit_expected");
        }
        List<Difference> all = new ArrayList<>(named);
        all.addAll(result.differences());
        return new VerificationResult(
                true, false, result.documents(), result.rebuilt(), result.cells(), all.stream().limit(MAX).toList(), result.seconds());
    }

    /** Returns the columns to compare: those whose checks failed, without numbers that a second run counts otherwise. */
    private static Set<String> columns(VerificationResult result, TableSpec table, Session target) {
        Set<String> columns = new TreeSet<>();
        boolean oneRun = target.number("SELECT count(*) FROM " + SystemTables.RUNS) == 1;
        for (Difference difference : result.differences()) {
            if (difference.table().equals(table.name()) && !difference.column().isEmpty() && (oneRun || !isNumber(table, difference.column()))) {
                columns.add(difference.column());
            }
        }
        return columns;
    }

    private static boolean isNumber(TableSpec table, String column) {
        boolean generated = table.column(column).map(TableSpec.Column::generateId).orElse(false);
        return generated
                || table.feeds().stream().map(f -> f.set().get(column)).anyMatch(v -> v instanceof ValueSpec.Ref || v instanceof ValueSpec.Parent);
    }

    private static String rows(String schema, String table, String column) {
        return "SELECT t." + column + " AS value, t._at, t._feed, d.file, d.position FROM " + schema + "." + Sql.name(table) + " t JOIN "
                + SystemTables.origins(schema) + " d ON d.doc = t._doc";
    }

    private static List<Difference> differences(String table, String column, Session target) {
        String name = Sql.name(column);
        String sql = "SELECT coalesce(a.file, e.file), coalesce(a.position, e.position), coalesce(a._at, e._at), coalesce(CAST(e.value AS VARCHAR), 'NULL'),"
                + " coalesce(CAST(a.value AS VARCHAR), 'NULL'), a.file IS NULL, e.file IS NULL FROM (" + rows("main", table, name)
                + ") a FULL JOIN (" + rows("_godwit_expected.main", table, name)
                + ") e ON e.file = a.file AND e.position = a.position AND e._at = a._at AND e._feed = a._feed"
                + " WHERE e.value IS DISTINCT FROM a.value OR a.file IS NULL OR e.file IS NULL ORDER BY 1, 2, 3 LIMIT " + MAX;
        List<Difference> differences = new ArrayList<>();
        for (List<String> row : target.texts(sql)) {
            String document = row.get(1).equals("0") ? row.get(0) : row.get(0) + "#" + row.get(1);
            boolean lost = row.get(5).equals("true");
            boolean added = row.get(6).equals("true");
            String message = lost ? "the row is missing" : added ? "the row was not in the source" : "the cell was changed";
            differences.add(new Difference(document, table, column, row.get(2), row.get(3), row.get(4), message));
        }
        return differences;
    }
}
