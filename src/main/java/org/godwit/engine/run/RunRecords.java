package org.godwit.engine.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.engine.target.ColumnChecks;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.shred.RowBatch;

/** Writes what a run leaves in a target beside its rows: its own record, checks, views and keys. */
final class RunRecords {
    private final Session session;
    private final Plan plan;
    private final String run;

    RunRecords(Session session, Plan plan, String run) {
        this.session = session;
        this.plan = plan;
        this.run = run;
    }

    void save(ColumnChecks checks, long firstDocument, long endDocument) {
        RowBatch runs = SystemTables.runs();
        runs.column(0).addObject(run);
        runs.column(1).addObject(PlanWriter.write(plan));
        runs.column(2).addLong(firstDocument);
        runs.column(3).addLong(endDocument);
        Instant now = Instant.now();
        runs.column(4).addLong(now.getEpochSecond() * 1_000_000L + now.getNano() / 1000);
        runs.column(5).addObject(version());
        session.load(runs);
        session.load(checks.rows(run));
    }

    private static String version() {
        String version = RunRecords.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    void views() {
        for (Plan.View view : plan.views()) {
            session.execute("CREATE OR REPLACE VIEW " + Sql.name(view.name()) + " AS " + view.sql());
        }
    }

    /** Declares the ids of tables that others refer to as primary keys, where they are not declared yet. */
    void keys() {
        Set<String> declared = new HashSet<>();
        session.texts("SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'").forEach(row -> declared.add(row.get(0)));
        Set<String> referred = new HashSet<>();
        for (TableSpec table : plan.tables()) {
            for (TableSpec.Feed feed : table.feeds()) {
                for (ValueSpec value : feed.set().values()) {
                    if (value instanceof ValueSpec.Ref ref) {
                        referred.add(ref.table());
                    } else if (value instanceof ValueSpec.Parent parent) {
                        referred.add(parent.table());
                    }
                }
            }
        }
        for (TableSpec table : plan.tables()) {
            table.columns().stream()
                    .filter(c -> c.generateId() && referred.contains(table.name()) && !declared.contains(table.name()))
                    .forEach(c -> session.execute("ALTER TABLE " + Sql.name(table.name()) + " ADD PRIMARY KEY (" + Sql.name(c.name()) + ")"));
        }
    }
}
