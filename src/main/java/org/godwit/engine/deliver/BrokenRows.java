package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.check.CheckFit;
import org.godwit.engine.check.CheckText;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RowCheck;
import org.godwit.model.TableSpec;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.RefusedRows;

/**
 * Finds the new rows for which a target refuses a run: those that break what tables that were there before declare. That
 * is told by the plans that have filled them, and by the rows that stand there: what one of these breaks is not declared.
 * Changes the hub, which is of no other use. One thread, used once.
 */
public final class BrokenRows {
    /** More than that is a plan that does not fit, not rows that do not. */
    private static final long MOST = 100_000;
    private static final int CHUNK = 1000;

    private final Session hub;
    private final long first;
    private final boolean others;
    private final Map<Long, Map<RefusedRows.Place, String>> found = new HashMap<>();

    /**
     * @param hub with the rows that stand in the target and those of the run, whose documents have records of their own
     * @param firstDocument the first one of the run
     * @param others whether what else has gone into a row that breaks something is refused too, not only what it began with
     */
    public BrokenRows(Session hub, long firstDocument, boolean others) {
        this.hub = hub;
        this.first = firstDocument;
        this.others = others;
    }

    /**
     * Looks for them.
     *
     * @param tables those that the run has not made
     * @param keys whether the target declares required values, keys and references too, not only checks
     */
    public RefusedRows in(Set<String> tables, boolean keys) {
        Map<String, List<Rule>> rules = new HashMap<>();
        // What made a table has declared what there is.
        for (RecordedRun run : RecordedRun.all(hub)) {
            Plan plan = TargetForms.withReferences(run.plan());
            plan.tables().stream().filter(table -> tables.contains(table.name())).forEach(table -> rules.computeIfAbsent(table.name(), _ -> rules(table, keys)));
        }
        // Rows that refer to one that is refused break something then.
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, List<Rule>> table : rules.entrySet()) {
                more |= take(table.getKey(), table.getValue());
            }
        }
        return refused();
    }

    /**
     * What rows may break.
     *
     * @param breaches as in {@link Breaches}
     * @param reason why a row is refused that does
     */
    private record Rule(String breaches, String reason) {}

    private static List<Rule> rules(TableSpec table, boolean keys) {
        List<Rule> rules = new ArrayList<>();
        for (TableSpec.Check check : table.constraints().checks()) {
            RowCheck condition = CheckFit.of(check.condition(), table).check();
            if (condition != null) {
                rules.add(new Rule(Breaches.broken(table.name(), condition), "it breaks the check (" + CheckText.text(condition) + ") of the table in the target"));
            }
        }
        if (keys) {
            addKeys(table, rules);
        }
        return rules;
    }

    private static void addKeys(TableSpec table, List<Rule> rules) {
        TableSpec.Constraints constraints = table.constraints();
        Set<String> required = new TreeSet<>(constraints.primaryKey());
        table.columns().stream().filter(TableSpec.Column::required).map(TableSpec.Column::name).forEach(required::add);
        required.forEach(column -> rules.add(new Rule(
                Breaches.empty(table.name(), column), "no value for " + column + ", which the table in the target requires")));
        Stream.concat(Stream.of(constraints.primaryKey()), constraints.unique().stream()).filter(key -> !key.isEmpty()).forEach(key -> rules.add(new Rule(
                Breaches.twice(table.name(), key), "another row has the values of the key (" + String.join(", ", key) + ") of the table in the target")));
        constraints.foreignKeys().forEach(reference -> rules.add(new Rule(
                Breaches.orphans(table.name(), reference),
                "its reference (" + String.join(", ", reference.columns()) + ") leads to no row of " + reference.table())));
    }

    /** Takes the rows of a table that break something out of the hub. Returns whether there were any. */
    private boolean take(String table, List<Rule> rules) {
        boolean any = false;
        for (Rule rule : rules) {
            any |= take(table, rule);
        }
        return any;
    }

    /** Returns how many rows break a rule; none if DuckDB cannot tell: an older plan may speak of columns that were others then. */
    private long count(Rule rule) {
        try {
            return hub.number("SELECT count(*) FROM (SELECT r.rowid" + rule.breaches + ")");
        } catch (GodwitException e) {
            if (e.code() == ErrorCode.INTERNAL) {
                return 0;
            }
            throw e;
        }
    }

    private boolean take(String table, Rule rule) {
        String rows = " IN (SELECT r.rowid" + rule.breaches + ")";
        long count = count(rule);
        String broken = Sql.name(table) + " t WHERE t.rowid" + rows;
        String standing = " AND (t._doc IS NULL OR t._doc < " + first + ")";
        String given = " AND m.table_name = " + Sql.literal(table) + " AND m.kept_doc = t._doc AND m.kept_at = t._at AND m.kept_feed = t._feed AND m.doc >= " + first;
        String undeclared = broken + standing + " AND NOT EXISTS (SELECT 1 FROM " + SystemTables.MERGES + " m WHERE TRUE" + given + ")";
        if (count == 0 || count + size() > MOST || hub.number("SELECT count(*) FROM " + undeclared) > 0) {
            return false;
        }
        int before = size();
        add("SELECT t._doc, t._at, t._feed FROM " + broken + " AND t._doc >= " + first, table, rule);
        add("SELECT m.doc, m.at, m.feed FROM " + SystemTables.MERGES + " m, " + broken + given + (others ? "" : standing), table, rule);
        hub.execute("DELETE FROM " + Sql.name(table) + " WHERE _doc >= " + first + " AND rowid" + rows);
        return size() > before;
    }

    private int size() {
        return found.values().stream().mapToInt(Map::size).sum();
    }

    private void add(String places, String table, Rule rule) {
        hub.texts(places).forEach(row -> found.computeIfAbsent(Long.valueOf(row.get(0)), _ -> new HashMap<>())
                .putIfAbsent(new RefusedRows.Place(table, row.get(1), Integer.parseInt(row.get(2))), rule.reason));
    }

    private RefusedRows refused() {
        Map<RefusedRows.Document, Map<RefusedRows.Place, String>> documents = new HashMap<>();
        List<Long> numbers = List.copyOf(found.keySet());
        for (int from = 0; from < numbers.size(); from += CHUNK) {
            String chunk = numbers.subList(from, Math.min(from + CHUNK, numbers.size())).stream().map(String::valueOf).collect(Collectors.joining(", "));
            hub.texts("SELECT doc, file, line, hash_high, hash_low FROM " + SystemTables.DOCUMENTS + " WHERE doc IN (" + chunk + ")").forEach(row -> {
                DocumentHash hash = new DocumentHash(Long.parseLong(row.get(3)), Long.parseLong(row.get(4)));
                documents.computeIfAbsent(new RefusedRows.Document(row.get(1), Long.parseLong(row.get(2)), hash), _ -> new HashMap<>())
                        .putAll(found.getOrDefault(Long.valueOf(row.get(0)), Map.of()));
            });
        }
        return new RefusedRows(documents);
    }
}
