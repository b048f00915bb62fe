package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.godwit.connector.spi.TargetTable;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.check.CheckFit;
import org.godwit.engine.check.CheckText;
import org.godwit.engine.target.TableForm;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RowCheck;
import org.godwit.model.TableSpec;

/**
 * Looks which conditions of a plan the rows keep to, before a target is asked to declare them. Like keys that rows do
 * not keep to, the others are told and left undeclared: no row is lost for one. One thread.
 */
public final class RowChecks {
    private static final String UNCHECKED = "_godwit_unchecked";

    private final Session hub;
    private final BiFunction<TargetTable, RowCheck, String> unfit;
    private final List<Finding> findings = new ArrayList<>();

    /** @param unfit why a target cannot declare a condition; empty if it can */
    RowChecks(Session hub, BiFunction<TargetTable, RowCheck, String> unfit) {
        this.hub = hub;
        this.unfit = unfit;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns a table with the checks that its rows keep to. */
    TargetTable checked(TableSpec table, TargetTable form) {
        List<TableSpec.Check> kept = new ArrayList<>();
        for (TableSpec.Check check : table.constraints().checks()) {
            CheckFit.Fitted fitted = CheckFit.of(check.condition(), table);
            RowCheck condition = fitted.check();
            String reason = condition == null ? fitted.reason() : reason(form, condition);
            if (condition != null && reason.isEmpty()) {
                kept.add(new TableSpec.Check(check.name(), condition));
            } else {
                findings.add(new Finding(Finding.Severity.WARNING, table.name(), "the check (" + CheckText.text(check.condition()) + ") is not declared: " + reason));
            }
        }
        return form.checking(kept);
    }

    private String reason(TargetTable form, RowCheck condition) {
        String reason = unfit.apply(form, condition);
        if (!reason.isEmpty()) {
            return reason;
        }
        try {
            long broken = hub.number("SELECT count(*)" + Breaches.broken(form.name(), condition));
            return broken == 0 ? "" : broken == 1 ? "1 row breaks it" : broken + " rows break it";
        } catch (GodwitException e) {
            // DuckDB has no type that holds both sides.
            return String.valueOf(e.arguments().getLast());
        }
    }

    /**
     * Declares the checks of tables that a run has made in a DuckDB database, and tells which it does not. DuckDB adds none
     * to a table that is there: the rows go over into a new one, in their order.
     *
     * @param made names of tables
     */
    public static List<Finding> declare(Session session, Plan plan, Set<String> made) {
        RowChecks checks = new RowChecks(session, (table, condition) -> "");
        for (TableSpec table : plan.tables()) {
            if (made.contains(table.name()) && !table.constraints().checks().isEmpty()) {
                checks.declare(checks.checked(table, TargetForms.plain(TableForm.batch(table))));
            }
        }
        return checks.findings;
    }

    private void declare(TargetTable table) {
        if (table.checks().isEmpty()) {
            return;
        }
        List<String> checks = table.checks().stream().map(CheckText::ddl).toList();
        hub.execute("BEGIN");
        hub.execute("ALTER TABLE " + Sql.name(table.name()) + " RENAME TO " + UNCHECKED);
        hub.execute(Sql.createTable(table.name(), table.names(), table.types(), checks));
        hub.execute("INSERT INTO " + Sql.name(table.name()) + " SELECT * FROM " + UNCHECKED);
        hub.execute("DROP TABLE " + UNCHECKED);
        hub.execute("COMMIT");
    }
}
