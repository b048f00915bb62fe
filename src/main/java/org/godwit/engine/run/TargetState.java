package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyText;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** Prepares the tables of a plan in a target and tells what is in them already. Used by one thread. */
final class TargetState {
    private static final String FREE = "_godwit_free";

    private final Session session;
    private final Plan plan;
    private final String target;
    private final Set<String> existing;

    TargetState(Session session, Plan plan, String target) {
        this.session = session;
        this.plan = plan;
        this.target = target;
        this.existing = new HashSet<>(session.tables());
    }

    /** Makes what is missing, in a transaction of its own, and refuses tables that are not as the plan has them. */
    void prepare() {
        session.execute("BEGIN");
        SystemTables.create().forEach(session::execute);
        for (TableSpec table : plan.tables()) {
            RowBatch form = TableForm.batch(table);
            List<DataType> types = form.columns().stream().map(org.godwit.shred.ColumnVector::type).toList();
            if (existing.contains(table.name())) {
                compare(table, form.names(), types);
            } else {
                session.execute(Sql.createTable(table.name(), form.names(), types));
            }
        }
        session.execute("COMMIT");
    }

    /** Lets the tables that were there take what breaks their constraints. Of no use for a target that is kept. */
    void takeEverything() {
        Set<String> constrained = new HashSet<>();
        session.texts("SELECT DISTINCT table_name FROM duckdb_constraints()").forEach(row -> constrained.add(row.get(0)));
        plan.tables().stream().map(TableSpec::name).filter(existing::contains).filter(constrained::contains).forEach(table -> {
            session.execute("CREATE TABLE " + FREE + " AS SELECT * FROM " + Sql.name(table) + " ORDER BY rowid");
            session.execute("DROP TABLE " + Sql.name(table));
            session.execute("ALTER TABLE " + FREE + " RENAME TO " + Sql.name(table));
        });
    }

    /** Returns the tables of the plan that had to be made. */
    Set<String> created() {
        Set<String> created = new HashSet<>();
        plan.tables().forEach(table -> created.add(table.name()));
        created.removeAll(existing);
        return created;
    }

    private void compare(TableSpec table, List<String> names, List<DataType> types) {
        Map<String, String> found = session.columns(table.name());
        Map<String, String> wanted = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            wanted.put(names.get(i), types.get(i).sql());
        }
        for (Map.Entry<String, String> column : wanted.entrySet()) {
            String type = found.get(column.getKey());
            if (!column.getValue().equals(type)) {
                String how = type == null ? "it has no column " + column.getKey() : "column " + column.getKey() + " is " + type + ", the plan has " + column.getValue();
                throw new GodwitException(ErrorCode.TARGET_DIFFERS, target, table.name(), how);
            }
        }
    }

    /** Returns the first free document number. */
    long nextDocument() {
        return Math.max(
                session.number("SELECT max(doc) + 1 FROM " + SystemTables.DOCUMENTS), session.number("SELECT max(end_doc) FROM " + SystemTables.PARTS));
    }

    /** Returns the first free id of each table, 1 where there is none yet; those that are kept for rows are not free. */
    long[] nextIds(CompiledPlan compiled) {
        long[] next = new long[plan.tables().size()];
        for (int i = 0; i < next.length; i++) {
            next[i] = nextId(plan.tables().get(i));
        }
        return next;
    }

    private long nextId(TableSpec table) {
        long free = session.number("SELECT coalesce(max(ref_id) + 1, 1) FROM " + SystemTables.AWAITED + " WHERE ref_table = " + Sql.literal(table.name()));
        for (TableSpec.Column column : table.columns()) {
            if (column.generateId() && existing.contains(table.name())) {
                return Math.max(free, session.number("SELECT coalesce(max(" + Sql.name(column.name()) + ") + 1, 1) FROM " + Sql.name(table.name())));
            }
        }
        return free;
    }

    /** Returns the keyed tables with the rows they have, by place; null for tables without key. */
    List<@Nullable KeyedTable> keyedTables(CompiledPlan compiled, long[] nextIds, EarlierRuns runs, Promises promises) {
        List<@Nullable KeyedTable> keyed = new ArrayList<>(Collections.nCopies(nextIds.length, null));
        for (int i : UnitKeys.order(compiled)) {
            TableSpec table = plan.tables().get(i);
            KeyedTable rows = new KeyedTable(nextIds[i], promises.of(table.name()));
            if (existing.contains(table.name())) {
                readKeyed(table, rows, runs, promises);
            }
            keyed.set(i, rows);
        }
        return keyed;
    }

    private void readKeyed(TableSpec table, KeyedTable keyed, EarlierRuns runs, Promises promises) {
        RowBatch form = TableForm.batch(table);
        Claims claims = Claims.of(session, table, runs);
        Map<Changes.Row, Map<String, Promises.Promise>> awaited = promises.inKeys(table);
        session.scan("SELECT " + Sql.reading(form) + " FROM " + Sql.name(table.name()), form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                readRow(table, rows, row, keyed, claims, awaited);
            }
        });
    }

    private static void readRow(
            TableSpec table, RowBatch rows, int row, KeyedTable keyed, Claims claims, Map<Changes.Row, Map<String, Promises.Promise>> awaited) {
        int width = rows.columns().size();
        long id = -1;
        String[] cells = new String[width];
        for (int i = 0; i < width; i++) {
            cells[i] = KeyText.cell(rows.column(i), row);
            if (i < table.columns().size() && table.columns().get(i).generateId() && cells[i] != null) {
                id = rows.column(i).longAt(row);
            }
        }
        if (rows.column(width - 3).isNull(row)) {
            keyed.stands(id, null);
            return;
        }
        Changes.Row place = Changes.Row.of(rows, width - 3, row);
        Map<String, Promises.Promise> waiting = awaited.getOrDefault(place, Map.of());
        KeyText key = new KeyText();
        for (String name : table.key()) {
            Promises.Promise promise = waiting.get(name);
            String cell = cells[rows.names().indexOf(name)];
            key.add(cell == null && promise != null ? String.valueOf(promise.id()) : cell);
        }
        KeyedTable.Row known = new KeyedTable.Row(id);
        keyed.stands(id, key.toString());
        known.made = true;
        known.stood = true;
        known.document = place.document();
        known.at = place.at();
        known.feed = place.feed();
        known.cells = cells;
        known.claimed.or(claims.of(known.document, known.at, known.feed));
        // What has a value, whoever gave it, is not filled.
        IntStream.range(0, width).filter(i -> cells[i] != null).forEach(known.claimed::set);
        keyed.put(key.toString(), known);
    }
}
