package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetSession.Bound;
import org.godwit.connector.spi.TargetTable;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.Replacement;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.CellLimit;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** A target of tables. One thread. */
final class TableOutlet implements Outlet {
    private final TargetConnector connector;
    private final TargetSession session;
    private final Place place;
    private final Plan plan;
    private final TaskContext context;
    private final Map<String, List<String>> found;
    private final List<Finding> replaced = new ArrayList<>();

    TableOutlet(TargetConnector connector, TargetSession session, Place place, Plan plan, TaskContext context) {
        this.connector = connector;
        this.session = session;
        this.place = place;
        this.plan = TargetForms.withReferences(plan);
        this.context = context;
        this.found = session.tables();
    }

    @Override
    public String name() {
        return place.text();
    }

    @Override
    public TargetLimits limits() {
        Map<String, Map<String, CellLimit>> limits = new HashMap<>();
        plan.tables().forEach(table -> limits.put(table.name(), session.limits(TargetForms.of(table, TableSpec.Constraints.NONE))));
        return new TargetLimits(place.text(), limits);
    }

    @Override
    public void recall(Session hub) {
        Replacement replacement = new Replacement(hub, plan, place.text(), found::containsKey);
        if (plan.mode() == Plan.Mode.CREATE) {
            replacement.refuseExisting();
        }
        if (plan.mode() == Plan.Mode.REPLACE) {
            plan.tables().stream().map(TableSpec::name).filter(found::containsKey)
                    .forEach(table -> replaced.add(Replacement.replaced(table, session.count(table))));
        }
        if (!connector.appends()) {
            return;
        }
        recall(hub, TargetForms.system());
        if (plan.mode() == Plan.Mode.REPLACE) {
            replacement.forgetRuns();
            plan.tables().stream().filter(table -> found.containsKey(table.name()))
                    .forEach(table -> compare(TargetForms.of(table, TableSpec.Constraints.NONE), found.getOrDefault(table.name(), List.of())));
        } else {
            if (found.containsKey(SystemTables.RUNS)) {
                RecordedRun.all(hub).forEach(this::compare);
            }
            recall(hub, plan.tables().stream().map(table -> TargetForms.of(table, TableSpec.Constraints.NONE)).toList());
        }
    }

    @Override
    public void recallAll(Session hub) {
        // Otherwise each batch would be a transaction of its own.
        hub.execute("BEGIN");
        recall(hub, TargetForms.system());
        Map<String, TableSpec> tables = new LinkedHashMap<>();
        plan.tables().forEach(table -> tables.put(table.name(), table));
        if (found.containsKey(SystemTables.RUNS)) {
            // Other plans may have filled other tables.
            RecordedRun.all(hub).forEach(run -> run.plan().tables().forEach(table -> tables.putIfAbsent(table.name(), table)));
        }
        recall(hub, tables.values().stream().map(table -> TargetForms.of(table, TableSpec.Constraints.NONE)).toList());
        hub.execute("COMMIT");
    }

    private void recall(Session hub, List<TargetTable> wanted) {
        for (TargetTable table : wanted) {
            List<String> columns = found.get(table.name());
            if (columns != null) {
                compare(table, columns);
                hub.execute(Sql.createTable(table.name(), table.names(), table.types()));
                Conveyor.push(rows -> session.scan(table.batch(), null, rows), hub::load);
            }
        }
    }

    /** What the rows of an earlier run are, its plan says; the plan of this one has to say the same. */
    private void compare(RecordedRun earlier) {
        for (TableSpec table : plan.tables()) {
            TableSpec was = found.containsKey(table.name()) ? earlier.plan().table(table.name()).orElse(table) : table;
            for (TableSpec.Column column : table.columns()) {
                was.column(column.name()).filter(before -> !before.type().equals(column.type())).ifPresent(before -> {
                    throw new GodwitException(ErrorCode.TARGET_DIFFERS, place.text(), table.name(),
                            "column " + column.name() + " is " + before.type().sql() + ", the plan has " + column.type().sql());
                });
            }
        }
    }

    private void compare(TargetTable table, List<String> columns) {
        for (String name : table.names()) {
            if (!columns.contains(name)) {
                throw new GodwitException(ErrorCode.TARGET_DIFFERS, place.text(), table.name(), "it has no column " + name);
            }
        }
    }

    /**
     * A table on its way.
     *
     * @param fresh which rows of the hub are new
     * @param bound which rows of the target are read back; null for all
     * @param wholly whether all rows are compared, not only new ones
     */
    private record Way(TargetTable table, String fresh, @Nullable Bound bound, boolean wholly) {}

    @Override
    public List<Finding> deliver(Session hub, Added added, boolean readsBack) {
        KeyCheck keys = new KeyCheck(hub, plan, session::keyWidths, added.unique());
        RowChecks checks = new RowChecks(hub, session::unfit);
        Changes changes = added.changes();
        ChangedRows changed = new ChangedRows(hub, session, changes, added.firstDocument());
        List<Way> ways = new ArrayList<>();
        for (TableSpec table : plan.tables()) {
            boolean wholly = changes.rows().containsKey(table.name()) || empties(table.name(), added);
            String fresh = "_doc >= " + added.firstDocument() + changed.except(table.name());
            TargetTable form = keys.form(table);
            ways.add(new Way(makes(table.name()) ? checks.checked(table, form) : form, fresh, wholly ? null : new Bound("_doc", added.firstDocument()), wholly));
        }
        ways.addAll(system(added));
        if (added.run().isEmpty()) {
            ways.stream().map(way -> way.table.name()).filter(found::containsKey).findFirst().ifPresent(name -> {
                throw new GodwitException(ErrorCode.TARGET_DIFFERS, place.text(), name, "it is there already; records are carried into new tables only");
            });
        }
        List<TargetTable> made = ways.stream().map(Way::table).filter(table -> makes(table.name())).toList();
        made.forEach(session::create);
        ways.stream().map(way -> way.table.name()).filter(table -> empties(table, added)).forEach(session::clear);
        Map<String, TableDigest> written = new HashMap<>();
        context.startPhase("write", 0);
        for (Way way : ways) {
            written.put(way.table.name(), write(hub, way, readsBack));
        }
        plan.tables().forEach(changed::update);
        changed.updateDocuments();
        session.finish(made, plan.views());
        if (readsBack) {
            context.startPhase("read back", 0);
            ways.forEach(way -> readBack(way, written.get(way.table.name())));
        }
        replaced.addAll(keys.findings());
        replaced.addAll(checks.findings());
        return replaced;
    }

    private boolean makes(String table) {
        return !connector.appends() || !found.containsKey(table);
    }

    /** Returns whether a table that is there is emptied first, and what belongs into it written anew. */
    private boolean empties(String table, Added added) {
        boolean own = List.of(SystemTables.MERGES, SystemTables.CHECKS, SystemTables.AWAITED).contains(table);
        boolean replaces = plan.mode() == Plan.Mode.REPLACE && !added.run().isEmpty();
        return connector.appends() && found.containsKey(table) && (replaces || (own && !added.changes().isEmpty()));
    }

    private List<Way> system(Added added) {
        String ofRun = added.run().isEmpty() ? "TRUE" : "run = " + Sql.literal(added.run());
        boolean changed = !added.changes().isEmpty();
        List<Way> ways = new ArrayList<>();
        for (TargetTable table : TargetForms.system()) {
            boolean wholly = changed && table.name().equals(SystemTables.DOCUMENTS);
            if (empties(table.name(), added)) {
                ways.add(new Way(table, "TRUE", null, true));
            } else if (table.names().get(0).equals("doc")) {
                ways.add(new Way(table, "doc >= " + added.firstDocument(), wholly ? null : new Bound("doc", added.firstDocument()), wholly));
            } else {
                ways.add(new Way(table, ofRun, null, true));
            }
        }
        return ways;
    }

    private TableDigest write(Session hub, Way way, boolean readsBack) {
        TargetTable table = way.table;
        TableDigest digest = new TableDigest(table.names());
        String select = "SELECT " + Sql.reading(table.batch()) + " FROM " + Sql.name(table.name());
        long expected = hub.number("SELECT count(*) FROM " + Sql.name(table.name()) + " WHERE " + way.fresh);
        long rows = expected == 0 ? 0 : session.write(table, sink -> Conveyor.pull(all -> hub.scan(select + " WHERE " + way.fresh, table.batch(), batch -> {
            context.checkCancelled();
            if (readsBack && !way.wholly) {
                digest.add(batch);
            }
            all.accept(batch);
        }), sink));
        if (rows != expected) {
            throw new GodwitException(ErrorCode.VERIFICATION_FAILED, 1, table.name() + ": " + expected + " rows were sent and " + rows + " arrived");
        }
        if (readsBack && way.wholly) {
            hub.scan(select, table.batch(), digest::add);
        }
        return digest;
    }

    private void readBack(Way way, @Nullable TableDigest written) {
        TargetTable table = way.table;
        TableDigest back = new TableDigest(table.names());
        boolean bounded = way.bound != null && connector.appends() && found.containsKey(table.name());
        Conveyor.push(all -> session.scan(table.batch(), bounded ? way.bound : null, batch -> {
            context.checkCancelled();
            all.accept(batch);
        }), back::add);
        List<String> differences = written == null ? List.of() : written.differences(back);
        if (!differences.isEmpty()) {
            throw new GodwitException(ErrorCode.VERIFICATION_FAILED, differences.size(), place.text() + ", table " + table.name() + ": " + String.join("; ", differences));
        }
    }

    @Override
    public void commit() {
        session.commit();
    }

    @Override
    public void close() {
        session.close();
    }
}
