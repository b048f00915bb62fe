package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.godwit.connector.spi.TargetTable;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.DataType;
import org.godwit.model.Finding;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether rows keep to the constraints of their plan, before a target is asked to declare them. What they do not
 * keep to is told and left undeclared; no row is lost for it. One thread.
 */
public final class KeyCheck {
    private final Session hub;
    private final Plan plan;
    private final Function<TargetTable, Map<String, Integer>> widths;
    private final Set<List<String>> proven;
    private @Nullable Map<String, TableSpec.Constraints> kept;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param widths how long values of a table's keys may be in the target, by column; see TargetSession
     * @param proven keys that are known to be unique and without NULL: table and column
     */
    public KeyCheck(Session hub, Plan plan, Function<TargetTable, Map<String, Integer>> widths, Set<List<String>> proven) {
        this.proven = Set.copyOf(proven);
        this.hub = hub;
        this.plan = plan;
        this.widths = widths;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Returns how a table is to be declared: with what its rows keep to. */
    TargetTable form(TableSpec table) {
        TargetTable form = TargetForms.of(table, kept().getOrDefault(table.name(), TableSpec.Constraints.NONE));
        Set<String> required = new HashSet<>(form.required());
        table.columns().stream()
                .filter(column -> column.required() && !form.primaryKey().contains(column.name()) && mayBeEmpty(table, column) && hasNulls(table, column))
                .forEach(column -> required.remove(column.name()));
        return form.requiring(required);
    }

    /** Returns, by table, the constraints that the rows keep to. */
    public Map<String, TableSpec.Constraints> kept() {
        Map<String, TableSpec.Constraints> known = kept;
        if (known == null) {
            Map<String, TableSpec.Constraints> all = new HashMap<>();
            plan.tables().forEach(table -> all.put(table.name(), kept(table)));
            plan.tables().forEach(table -> all.computeIfPresent(table.name(), (name, own) -> withoutLostKeys(table, own, all)));
            known = all;
            kept = all;
        }
        return known;
    }

    private TableSpec.Constraints kept(TableSpec table) {
        TableSpec.Constraints wanted = narrow(table);
        List<String> key = wanted.primaryKey().isEmpty() || isUnique(table, wanted.primaryKey(), true) ? wanted.primaryKey() : List.of();
        List<List<String>> unique = wanted.unique().stream().filter(set -> isUnique(table, set, false)).toList();
        List<ForeignKey> foreign = wanted.foreignKeys().stream().filter(reference -> refers(table, reference)).toList();
        return new TableSpec.Constraints(key, unique, foreign, wanted.indexes(), wanted.checks());
    }

    /** A reference needs a key on the other side. */
    private TableSpec.Constraints withoutLostKeys(TableSpec table, TableSpec.Constraints own, Map<String, TableSpec.Constraints> all) {
        List<ForeignKey> foreign = own.foreignKeys().stream().filter(reference -> {
            TableSpec there = plan.table(reference.table()).orElseThrow();
            boolean is = isKey(there.with(all.getOrDefault(there.name(), TableSpec.Constraints.NONE)), reference.references());
            if (!is) {
                warn(table, "the reference (" + String.join(", ", reference.columns()) + ") to " + reference.table() + " is not declared: what it leads to is no key there");
            }
            return is;
        }).toList();
        return own.referring(foreign);
    }

    /** Leaves out what has columns with values that are too long for a key of the target. */
    private TableSpec.Constraints narrow(TableSpec table) {
        TableSpec.Constraints all = table.constraints();
        Set<String> tooLong = new HashSet<>();
        widths.apply(TargetForms.of(table, all)).forEach((name, width) -> {
            String length = table.column(name).orElseThrow().type().equals(DataType.BLOB) ? "octet_length(" : "length(";
            long longest = hub.number("SELECT coalesce(max(" + length + Sql.name(name) + ")), 0) FROM " + Sql.name(table.name()));
            if (width == 0 || longest > width) {
                tooLong.add(name);
                warn(table, "keys with " + name + " are not declared: it has values of " + longest + ", and a key of the target takes " + width);
            }
        });
        return tooLong.isEmpty() ? all : new TableSpec.Constraints(
                all.primaryKey().stream().anyMatch(tooLong::contains) ? List.of() : all.primaryKey(),
                all.unique().stream().filter(set -> set.stream().noneMatch(tooLong::contains)).toList(),
                all.foreignKeys().stream().filter(key -> key.columns().stream().noneMatch(tooLong::contains)).toList(),
                all.indexes().stream().filter(index -> index.stream().noneMatch(tooLong::contains)).toList(),
                all.checks());
    }

    /** Rows without the value are rejected when they are made, except where it comes only later. */
    private static boolean mayBeEmpty(TableSpec table, TableSpec.Column column) {
        return table.feeds().stream().anyMatch(feed -> feed.set().get(column.name()) instanceof ValueSpec.Ref || feed.set().get(column.name()) instanceof ValueSpec.Sql);
    }

    private boolean hasNulls(TableSpec table, TableSpec.Column column) {
        long count = hub.number("SELECT count(*)" + Breaches.empty(table.name(), column.name()));
        if (count > 0) {
            warn(table, "column " + column.name() + " is not declared as required: " + count + " rows have no value");
        }
        return count > 0;
    }

    private boolean isUnique(TableSpec table, List<String> columns, boolean never) {
        if (columns.size() == 1 && proven.contains(List.of(table.name(), columns.get(0)))) {
            return true;
        }
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
        String orphans = Breaches.orphans(table.name(), reference);
        long count = hub.number("SELECT count(*)" + orphans);
        if (count == 0) {
            return plan.table(reference.table()).filter(there -> isKey(there, reference.references())).isPresent();
        }
        String values = reference.columns().stream().map(c -> "r." + Sql.name(c)).collect(Collectors.joining(", "));
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
