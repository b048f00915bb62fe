package org.godwit.connector.mariadb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.NameGlob;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Reads what tables a database has, from its information_schema. */
final class MariaCatalog {
    /** What tables of unfinished runs are called; they are nobody's source. */
    static final String STAGE = "_godwit_stage_";
    // Up to here rows are counted; InnoDB's own figure is an estimate that can be far off.
    private static final long COUNTED = 5_000_000;
    static final Pattern JSON_CHECK = Pattern.compile("json_valid\\(`((?:[^`]|``)+)`\\)", Pattern.CASE_INSENSITIVE);

    private final Link link;
    private final TaskContext context;

    MariaCatalog(Link link, TaskContext context) {
        this.link = link;
        this.context = context;
    }

    /** Returns a value of a row, empty for null. */
    static String text(List<@Nullable String> row, int index) {
        String value = row.get(index);
        return value == null ? "" : value;
    }

    /**
     * Returns the tables in the order of their names, without views. Each is looked at, so that nobody changes its form
     * while the transaction lasts.
     *
     * @param include names or globs; empty for all
     */
    List<TableInfo> tables(List<String> include) {
        NameGlob wanted = NameGlob.any(include);
        Map<String, List<TableInfo.Column>> columns = columns();
        Map<String, List<String>> keys = primaryKeys();
        Map<String, List<TableInfo.ForeignKey>> references = foreignKeys(link);
        Declared declared = Declared.of(link);
        List<TableInfo> result = new ArrayList<>();
        for (List<@Nullable String> row : link.texts("SELECT table_name, coalesce(table_rows, -1), coalesce(data_length + index_length, -1)"
                + " FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')"
                + " ORDER BY table_name")) {
            String name = text(row, 0);
            if (name.startsWith(STAGE) || !wanted.matches(name)) {
                continue;
            }
            context.checkCancelled();
            result.add(new TableInfo(
                    name,
                    columns.getOrDefault(name, List.of()),
                    keys.getOrDefault(name, List.of()),
                    references.getOrDefault(name, List.of()),
                    declared.indexes().getOrDefault(name, List.of()),
                    declared.checks(name, columns.getOrDefault(name, List.of()).stream().map(TableInfo.Column::name).toList()),
                    declared.beside().getOrDefault(name, List.of()),
                    count(name, Long.parseLong(text(row, 1))),
                    Long.parseLong(text(row, 2)),
                    null));
        }
        return result.stream().sorted(java.util.Comparator.comparing(TableInfo::name)).toList();
    }

    private long count(String table, long estimate) {
        if (estimate > COUNTED) {
            link.texts("SELECT 1 FROM " + MariaSql.name(table) + " LIMIT 1");
            return estimate;
        }
        return link.number("SELECT count(*) FROM " + MariaSql.name(table));
    }

    private Map<String, List<TableInfo.Column>> columns() {
        Map<String, Set<String>> json = jsonChecks();
        Map<String, List<TableInfo.Column>> result = new HashMap<>();
        for (List<@Nullable String> row : link.texts("SELECT table_name, column_name, column_type, is_nullable FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position")) {
            String table = text(row, 0);
            String name = text(row, 1);
            String declared = text(row, 2);
            boolean isJson = declared.equalsIgnoreCase("json") || json.getOrDefault(table, Set.of()).contains(name.toLowerCase(Locale.ROOT));
            result.computeIfAbsent(table, t -> new ArrayList<>()).add(new TableInfo.Column(
                    name,
                    declared,
                    CellForm.type(declared, isJson),
                    text(row, 3).equals("YES"),
                    isJson ? TableInfo.Json.ANY : TableInfo.Json.NONE));
        }
        return result;
    }

    // MariaDB's JSON is a LONGTEXT with a check, and MySQL 5.7 has no checks at all.
    private Map<String, Set<String>> jsonChecks() {
        Map<String, Set<String>> result = new HashMap<>();
        if (link.isMaria()) {
            for (List<@Nullable String> row : link.texts("SELECT table_name, check_clause FROM information_schema.check_constraints"
                    + " WHERE constraint_schema = DATABASE()")) {
                Matcher check = JSON_CHECK.matcher(text(row, 1));
                if (check.matches()) {
                    result.computeIfAbsent(text(row, 0), t -> new HashSet<>()).add(check.group(1).replace("``", "`").toLowerCase(Locale.ROOT));
                }
            }
        }
        return result;
    }

    /** Returns the greatest lengths of texts and bytes in columns of a table that is there, as far as it has these columns and they are limited. */
    static Map<String, Integer> widths(Link link, TargetTable table) {
        Map<String, Integer> result = new HashMap<>();
        link.texts("SELECT column_name, character_maximum_length FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = "
                + MariaSql.literal(table.name()) + " AND character_maximum_length < " + Integer.MAX_VALUE)
                .forEach(row -> {
                    if (table.names().contains(text(row, 0))) {
                        result.put(text(row, 0), Integer.parseInt(text(row, 1)));
                    }
                });
        return result;
    }

    /** A trigger and the table that it belongs to. */
    record Trigger(String table, String name) {}

    /**
     * Returns the triggers sorted by table and name.
     *
     * @param table whose they are, null for all; compared by the server, which knows whether case matters
     */
    static List<Trigger> triggers(Link link, @Nullable String table) {
        String those = table == null ? "" : " AND event_object_table = " + MariaSql.literal(table);
        return link.texts("SELECT event_object_table, trigger_name FROM information_schema.triggers WHERE event_object_schema = DATABASE()" + those + " ORDER BY 1, 2")
                .stream().map(row -> new Trigger(text(row, 0), text(row, 1))).toList();
    }

    private Map<String, List<String>> primaryKeys() {
        Map<String, List<String>> result = new HashMap<>();
        link.texts("SELECT table_name, column_name FROM information_schema.key_column_usage"
                + " WHERE table_schema = DATABASE() AND constraint_name = 'PRIMARY' ORDER BY table_name, ordinal_position")
                .forEach(row -> result.computeIfAbsent(text(row, 0), t -> new ArrayList<>()).add(text(row, 1)));
        return result;
    }

    /** Returns the references within the database, by the table that has them. */
    static Map<String, List<TableInfo.ForeignKey>> foreignKeys(Link link) {
        record Half(String table, String other, List<String> columns, List<String> references) {}

        Map<String, Half> halves = new LinkedHashMap<>();
        for (List<@Nullable String> row : link.texts("SELECT table_name, constraint_name, column_name, referenced_table_name,"
                + " referenced_column_name, referenced_table_schema = DATABASE() FROM information_schema.key_column_usage"
                + " WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL"
                + " ORDER BY table_name, constraint_name, ordinal_position")) {
            if (text(row, 5).equals("1")) {
                Half half = halves.computeIfAbsent(text(row, 0) + "\0" + text(row, 1),
                        k -> new Half(text(row, 0), text(row, 3), new ArrayList<>(), new ArrayList<>()));
                half.columns.add(text(row, 2));
                half.references.add(text(row, 4));
            }
        }
        Map<String, List<TableInfo.ForeignKey>> result = new HashMap<>();
        halves.values().forEach(half -> result.computeIfAbsent(half.table, t -> new ArrayList<>())
                .add(new TableInfo.ForeignKey(half.columns, half.other, half.references)));
        return result;
    }
}
