package org.godwit.connector.mariadb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.godwit.model.TableInfo.Check;
import org.godwit.model.TableInfo.Dialect;
import org.godwit.model.TableInfo.Index;
import org.jspecify.annotations.Nullable;

/**
 * What is declared for the tables of a database beside their columns and keys, by table.
 *
 * @param beside what no plan can say, in words
 */
record Declared(Map<String, List<Index>> indexes, Map<String, List<Check>> checks, Map<String, List<String>> beside) {
    private static final String INDEXES = "SELECT table_name, index_name, non_unique = 0, coalesce(column_name, ''), sub_part IS NULL AND index_type = 'BTREE'"
            + " FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY' ORDER BY table_name, index_name, seq_in_index";
    // MySQL does not say whose they are there, and 5.7 has none.
    private static final String CHECKS =
            "SELECT table_name, check_clause, constraint_name FROM information_schema.check_constraints WHERE constraint_schema = DATABASE() ORDER BY 1, 2";
    // Of the others 'a' is 'A', or 'a '.
    private static final String LOOSE = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
            + " AND coalesce(collation_name, '') NOT LIKE '%nopad\\_bin'";
    private static final Pattern NUMBERED = Pattern.compile("CONSTRAINT_\\d+");

    private record Id(String table, String index) {}

    static Declared of(Link link) {
        Declared declared = new Declared(new HashMap<>(), new HashMap<>(), new HashMap<>());
        declared.readIndexes(link);
        if (link.isMaria()) {
            declared.readChecks(link);
        }
        MariaCatalog.triggers(link, null).forEach(trigger -> declared.add(trigger.table(), "trigger " + trigger.name()));
        return declared;
    }

    private void readChecks(Link link) {
        Map<String, Set<String>> loose = new HashMap<>();
        link.texts(LOOSE).forEach(row -> loose.computeIfAbsent(MariaCatalog.text(row, 0), t -> new HashSet<>()).add(MariaCatalog.text(row, 1)));
        for (List<@Nullable String> row : link.texts(CHECKS)) {
            String table = MariaCatalog.text(row, 0);
            String clause = MariaCatalog.text(row, 1);
            String name = MariaCatalog.text(row, 2);
            if (!MariaCatalog.JSON_CHECK.matcher(clause).matches()) {
                checks.computeIfAbsent(table, t -> new ArrayList<>())
                        .add(new Check(NUMBERED.matcher(name).matches() ? "" : name, clause, Dialect.MARIADB, loose.getOrDefault(table, Set.of())));
            }
        }
    }

    /** Returns the checks of a table; one that was declared with its column is called as that, which is no name. */
    List<Check> checks(String table, List<String> columns) {
        return checks.getOrDefault(table, List.of()).stream()
                .map(check -> columns.stream().anyMatch(check.name()::equalsIgnoreCase) ? new Check("", check.expression(), check.dialect(), check.loose()) : check)
                .toList();
    }

    private void add(String table, String words) {
        beside.computeIfAbsent(table, t -> new ArrayList<>()).add(words);
    }

    private void readIndexes(Link link) {
        record Found(boolean unique, List<String> columns) {}

        Map<Id, Found> found = new LinkedHashMap<>();
        Set<Id> special = new HashSet<>();
        for (List<@Nullable String> row : link.texts(INDEXES)) {
            Id id = new Id(MariaCatalog.text(row, 0), MariaCatalog.text(row, 1));
            found.computeIfAbsent(id, i -> new Found(MariaCatalog.text(row, 2).equals("1"), new ArrayList<>())).columns.add(MariaCatalog.text(row, 3));
            // Of the first characters only, of an expression, of words or of places.
            if (!MariaCatalog.text(row, 4).equals("1") || MariaCatalog.text(row, 3).isEmpty()) {
                special.add(id);
            }
        }
        found.forEach((id, index) -> {
            if (special.contains(id)) {
                add(id.table, "index " + id.index);
            } else {
                indexes.computeIfAbsent(id.table, t -> new ArrayList<>()).add(new Index(index.columns, index.unique));
            }
        });
    }
}
