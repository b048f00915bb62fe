package org.godwit.engine.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;

/**
 * Makes room in a database for the tables of a plan: forgets the runs that have filled these tables, with all that
 * Godwit has noted of them. Other tables, and runs that have filled only those, stay. One thread.
 */
public final class Replacement {
    private final Session session;
    private final Plan plan;
    private final String target;
    private final Predicate<String> present;

    /**
     * @param session of the database that holds the records
     * @param target its name for people
     * @param present whether the target has a table
     */
    public Replacement(Session session, Plan plan, String target, Predicate<String> present) {
        this.session = session;
        this.plan = plan;
        this.target = target;
        this.present = present;
    }

    /**
     * Refuses tables of the plan that are there.
     *
     * @throws GodwitException TARGET_DIFFERS with the first one
     */
    public void refuseExisting() {
        plan.tables().stream().map(TableSpec::name).filter(present).findFirst().ifPresent(table -> {
            throw new GodwitException(ErrorCode.TARGET_DIFFERS, target, table, "it is there already, and the plan is to create it (mode create)");
        });
    }

    /** Returns what a person should know of a table that is replaced; a negative count is unknown. */
    public static Finding replaced(String table, long rows) {
        return new Finding(Finding.Severity.WARNING, table, (rows < 0 ? "the rows" : rows + " rows") + " that were there give way to those of this run");
    }

    /** Removes the tables of the plan that are there; they are made anew. */
    public List<Finding> dropTables() {
        List<Finding> findings = new ArrayList<>();
        for (TableSpec table : plan.tables()) {
            if (present.test(table.name())) {
                findings.add(replaced(table.name(), session.number("SELECT count(*) FROM " + Sql.name(table.name()))));
                session.execute("DROP TABLE " + Sql.name(table.name()));
            }
        }
        return findings;
    }

    /**
     * Forgets the runs that have filled tables of the plan.
     *
     * @throws GodwitException TARGET_DIFFERS if one of them has filled another table too, whose rows would lose their documents
     */
    public void forgetRuns() {
        if (!session.tables().contains(SystemTables.RUNS)) {
            return;
        }
        Set<String> mine = plan.tables().stream().map(TableSpec::name).collect(Collectors.toSet());
        for (RecordedRun run : RecordedRun.all(session)) {
            Set<String> filled = new TreeSet<>(run.plan().tables().stream().map(TableSpec::name).toList());
            Set<String> others = new TreeSet<>(filled);
            others.removeAll(mine);
            others.removeIf(present.negate());
            if (filled.stream().noneMatch(mine::contains)) {
                continue;
            }
            if (!others.isEmpty()) {
                throw new GodwitException(ErrorCode.TARGET_DIFFERS, target, String.join(", ", others),
                        "run " + run.id() + " has filled it together with tables that are to be replaced; replace all of them, or none");
            }
            forget(run);
        }
    }

    private void forget(RecordedRun run) {
        String range = SystemTables.range("doc", run.first(), run.end());
        session.execute("DELETE FROM " + SystemTables.DOCUMENTS + " WHERE " + range);
        session.execute("DELETE FROM " + SystemTables.MERGES + " WHERE " + range);
        // A database that an older version has filled does not have all of them.
        List<String> there = session.tables();
        List<String> byRun = List.of(SystemTables.PARTS, SystemTables.REJECTS, SystemTables.RUNS, SystemTables.CHECKS, SystemTables.FILES, SystemTables.AWAITED);
        for (String table : byRun.stream().filter(there::contains).toList()) {
            session.execute("DELETE FROM " + table + " WHERE run = " + Sql.literal(run.id()));
        }
    }
}
