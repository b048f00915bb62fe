package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.Finding;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.model.TableSpec;

/**
 * Looks whether rows keep to the constraints of their plan, before a target is asked to declare them. What they do not
 * keep to is told and left undeclared; no row is lost for it. One thread.
 */
public final class KeyCheck {
    private final Session hub;
    private final Plan plan;
    private final List<Finding> findings = new ArrayList<>();

    public KeyCheck(Session hub, Plan plan) {
        this.hub = hub;
        this.plan = plan;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Returns the constraints that the rows keep to. */
    public TableSpec.Constraints kept(TableSpec table) {
        TableSpec.Constraints wanted = table.constraints();
        List<String> key = wanted.primaryKey().isEmpty() || isUnique(table, wanted.primaryKey(), true) ? wanted.primaryKey() : List.of();
        List<List<String>> unique = wanted.unique().stream().filter(set -> isUnique(table, set, false)).toList();
        List<ForeignKey> foreign = wanted.foreignKeys().stream().filter(reference -> refers(table, reference)).toList();
        return new TableSpec.Constraints(key, unique, foreign);
    }

    private boolean isUnique(TableSpec table, List<String> columns, boolean never) {
        String names = Sql.names(columns);
        String set = columns.stream().map(c -> Sql.name(c) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        long nulls = never ? hub.number("SELECT count(*) FROM " + Sql.name(table.name()) + " WHERE NOT (" + set + ")") : 0;
        long twice = hub.number("SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM " + Sql.name(table.name()) + " WHERE " + set
                + " GROUP BY " + names + " HAVING count(*) > 1)");
        if (nulls + twice == 0) {
            return true;
        }
        String words = nulls > 0 ? nulls + " rows have no value" : twice + " rows have the values of another one";
        warn(table, "the key (" + String.join(", ", columns) + ") is not declared: " + words);
        return false;
    }

    private boolean refers(TableSpec table, ForeignKey reference) {
        String present = reference.columns().stream().map(c -> "c." + Sql.name(c) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            equal.add("p." + Sql.name(reference.references().get(i)) + " = c." + Sql.name(reference.columns().get(i)));
        }
        String orphans = " FROM " + Sql.name(table.name()) + " c WHERE " + present + " AND NOT EXISTS (SELECT 1 FROM " + Sql.name(reference.table())
                + " p WHERE " + String.join(" AND ", equal) + ")";
        long count = hub.number("SELECT count(*)" + orphans);
        if (count == 0) {
            return plan.table(reference.table()).filter(there -> isKey(there, reference.references())).isPresent();
        }
        String values = reference.columns().stream().map(c -> "c." + Sql.name(c)).collect(Collectors.joining(", "));
        String first = String.join(", ", hub.texts("SELECT " + values + orphans + " ORDER BY ALL LIMIT 1").get(0));
        warn(table, "the reference (" + String.join(", ", reference.columns()) + ") to " + reference.table() + " is not declared: " + count
                + " rows point to nothing, the first to " + first);
        return false;
    }

    private static boolean isKey(TableSpec table, List<String> columns) {
        return table.constraints().primaryKey().equals(columns)
                || table.constraints().unique().contains(columns)
                || (columns.size() == 1 && table.columns().stream().anyMatch(c -> c.generateId() && c.name().equals(columns.get(0))));
    }

    private void warn(TableSpec table, String words) {
        findings.add(new Finding(Finding.Severity.WARNING, table.name(), words));
    }
}
