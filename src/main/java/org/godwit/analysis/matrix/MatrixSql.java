package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.godwit.duck.Sql;

/**
 * The SQL of one matrix: who its members are, the results of all pairs by one pass over the table with the results, and
 * the rows of one pair.
 */
final class MatrixSql {
    static final String ROW = "r";
    static final String COLUMN = "c";

    private final MatrixSpec spec;

    MatrixSql(MatrixSpec spec) {
        this.spec = spec;
    }

    /**
     * Returns the SQL for the members of an axis: index, label, group, key; empty if all that is known of them stands in
     * the results. Members with the same label share an index; one key is in one row.
     */
    Optional<String> members(Axis axis) {
        String group = axis.group().map(name -> Sql.name(name) + "::VARCHAR").orElse("NULL");
        String label = Sql.name(axis.column()) + "::VARCHAR";
        if (axis.lookup().isPresent()) {
            Axis.Lookup lookup = axis.lookup().get();
            return Optional.of("SELECT min(i), arg_min(label, i), arg_min(grp, i), key FROM (SELECT " + index(axis) + " AS i, " + label
                    + " AS label, " + group + " AS grp, " + Sql.name(lookup.to()) + "::VARCHAR AS key FROM " + lookup.table().sql() + ") GROUP BY key");
        }
        return axis.group().map(name -> "SELECT " + label + ", " + label + ", min(" + group + "), " + label + " FROM " + spec.facts().sql() + " GROUP BY ALL");
    }

    /**
     * Returns the SQL for the cells. Judged: r, c, simulated, verdict, results, newest; measured: r, c, simulated (null:
     * simulated or not), results, values, measure, newest. Joined by dense numbers, which group many times faster than names.
     */
    String cells() {
        return switch (spec.what()) {
            case What.Status(String column) -> judged(Verdicts.sql(spec.facts(), column));
            case What.Measure(String column, What.Aggregate aggregate) -> "SELECT r, c, s, count(*), count(m), " + aggregate.sql()
                    + "(m)::DOUBLE, max(t) FROM (SELECT " + member(spec.rows(), ROW, key(spec.rows())) + " AS r, "
                    + member(spec.columns(), COLUMN, key(spec.columns())) + " AS c, f." + Sql.name(column) + " AS m, " + simulated() + " AS s, " + time()
                    + " AS t FROM " + spec.facts().sql() + " AS f" + join(spec.rows(), ROW, key(spec.rows()))
                    + join(spec.columns(), COLUMN, key(spec.columns())) + where(conditions()) + ") GROUP BY GROUPING SETS ((r, c, s), (r, c))";
        };
    }

    /** Grouped by what stands in the results first, and by whom that means afterwards: so only the groups are joined. */
    private String judged(String verdict) {
        String groups = "SELECT " + key(spec.rows()) + " AS a, " + key(spec.columns()) + " AS b, (" + verdict + ")::UTINYINT AS v, " + simulated()
                + " AS s, count(*) AS n, max(" + time() + ") AS t FROM " + spec.facts().sql() + " AS f" + where(conditions()) + " GROUP BY ALL";
        return "SELECT " + member(spec.rows(), ROW, "g.a") + ", " + member(spec.columns(), COLUMN, "g.b") + ", s, v, sum(n)::BIGINT, max(t) FROM (" + groups
                + ") AS g" + join(spec.rows(), ROW, "g.a") + join(spec.columns(), COLUMN, "g.b") + " GROUP BY ALL";
    }

    private String time() {
        return spec.time().map(name -> "f." + Sql.name(name)).orElse("NULL::TIMESTAMP");
    }

    /** Returns the SQL for the rows of a pair, the newest first. */
    String rows(Member row, Member column, boolean withSimulated, long offset, long limit) {
        List<String> conditions = conditions();
        conditions.add(is(spec.rows(), row));
        conditions.add(is(spec.columns(), column));
        if (!withSimulated && spec.simulated().isPresent()) {
            conditions.add("NOT " + simulated());
        }
        List<String> order = new ArrayList<>();
        spec.time().ifPresent(time -> order.add("f." + Sql.name(time) + " DESC NULLS LAST"));
        Origins.columns(spec.facts()).forEach(name -> order.add("f." + Sql.name(name)));
        return "SELECT " + shown().stream().map(name -> "f." + Sql.name(name)).collect(Collectors.joining(", ")) + " FROM " + spec.facts().sql()
                + " AS f" + where(conditions) + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order)) + " LIMIT " + limit + " OFFSET " + offset;
    }

    /** What is looked at, then when, then the other columns, at last those of the lineage. */
    List<String> shown() {
        List<String> first = new ArrayList<>(List.of(spec.what().column()));
        spec.time().ifPresent(first::add);
        spec.simulated().ifPresent(first::add);
        List<String> last = Origins.columns(spec.facts());
        List<String> names = new ArrayList<>(first);
        spec.facts().columns().stream().map(Table.Column::name).filter(name -> !first.contains(name) && !last.contains(name)).forEach(names::add);
        names.addAll(last);
        return names;
    }

    private List<String> conditions() {
        return spec.filters().stream()
                .map(filter -> "f." + Sql.name(filter.column()) + "::VARCHAR = " + Sql.literal(filter.value()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String simulated() {
        if (spec.simulated().isEmpty()) {
            return "false";
        }
        String column = spec.simulated().get();
        boolean truth = spec.facts().column(column).filter(Table.Column::isBoolean).isPresent();
        String name = "f." + Sql.name(column);
        return "coalesce(" + (truth ? name : "lower(" + name + "::VARCHAR) IN ('true', '1', 'yes')") + ", false)";
    }

    private static String index(Axis axis) {
        return "dense_rank() OVER (ORDER BY " + Sql.name(axis.column()) + "::VARCHAR)";
    }

    /** The column of the results that says whom a row is about. */
    private static String from(Axis axis) {
        return axis.lookup().map(Axis.Lookup::from).orElse(axis.column());
    }

    private static String key(Axis axis) {
        return "f." + Sql.name(from(axis));
    }

    private static String join(Axis axis, String alias, String key) {
        return axis.lookup().map(lookup -> " LEFT JOIN (SELECT key, min(i) AS i FROM (SELECT " + Sql.name(lookup.to()) + " AS key, " + index(axis)
                + " AS i FROM " + lookup.table().sql() + ") GROUP BY key) AS " + alias + " ON " + alias + ".key = " + key).orElse("");
    }

    private static String member(Axis axis, String alias, String key) {
        return axis.lookup().isPresent() ? alias + ".i" : key + "::VARCHAR";
    }

    private String is(Axis axis, Member member) {
        String name = key(axis);
        if (member.keys().isEmpty()) {
            return axis.lookup().map(lookup -> "(" + name + " IS NULL OR " + name + " NOT IN (SELECT " + Sql.name(lookup.to()) + " FROM "
                    + lookup.table().sql() + " WHERE " + Sql.name(lookup.to()) + " IS NOT NULL))").orElse(name + " IS NULL");
        }
        boolean simple = spec.facts().column(from(axis)).filter(c -> c.isText() || c.isNumber() || c.isBoolean() || c.isTime()).isPresent();
        // A literal takes the column's type, so that the rows are found by what their blocks say of themselves.
        return (simple ? name : name + "::VARCHAR") + " IN " + member.keys().stream().map(Sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }
}
