package org.godwit.connector.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.godwit.model.TableInfo;
import org.godwit.model.TableInfo.Check;
import org.godwit.model.TableInfo.Column;
import org.godwit.model.TableInfo.Dialect;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.model.TableInfo.Index;

/** Reads what tables there are. Used once, by one thread. */
final class Catalogue {
    private static final String DOING = "read the catalogue";
    /** Up to this size tables are counted, beyond it the server's estimate must do. */
    static final long COUNTED_PAGES = 4_000;

    private static final String TABLES = """
            SELECT c.oid::int8, n.nspname::text, c.relname::text, c.relkind = 'r', c.reltuples::float8, c.relpages::int8,
                   has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE'), row_security_active(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
              AND n.nspname <> 'information_schema' AND left(n.nspname, 3) <> 'pg_'
            ORDER BY n.nspname, c.relname""";
    private static final String LEAVES = """
            WITH RECURSIVE tree AS (
              SELECT c.oid AS root, c.oid AS leaf FROM pg_class c WHERE c.oid = ANY (?::oid[])
              UNION ALL
              SELECT t.root, i.inhrelid FROM tree t
              JOIN pg_class p ON p.oid = t.leaf AND p.relkind = 'p' JOIN pg_inherits i ON i.inhparent = t.leaf)
            SELECT t.root::int8, n.nspname::text, c.relname::text, c.relkind <> 'f',
                   CASE WHEN c.relkind = 'f' THEN 0 ELSE pg_relation_size(c.oid) / current_setting('block_size')::int8 END,
                   CASE WHEN c.relkind = 'f' THEN 0 ELSE pg_table_size(c.oid) END
            FROM tree t JOIN pg_class c ON c.oid = t.leaf JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind <> 'p' ORDER BY t.root, c.oid""";
    private static final String COLUMNS = """
            SELECT a.attrelid::int8, a.attname::text, format_type(a.atttypid, a.atttypmod), a.atttypid::int8, a.atttypmod, a.attnotnull
            FROM pg_attribute a WHERE a.attrelid = ANY (?::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";
    private static final String KEYS = """
            SELECT k.conrelid::int8, k.contype = 'p', n.nspname::text, f.relname::text,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, o)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY o),
                   ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, o)
                         JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY o)
            FROM pg_constraint k LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace n ON n.oid = f.relnamespace
            WHERE k.conrelid = ANY (?::oid[]) AND k.contype IN ('p', 'f') AND (k.contype = 'p' OR k.conparentid = 0)
            ORDER BY k.conrelid, k.conname""";

    /** Those on whole columns of all rows; others are told by their definition. The columns of INCLUDE tell nothing apart. */
    private static final String INDEXES = """
            SELECT i.indrelid::int8, i.indisunique, i.indpred IS NULL AND i.indexprs IS NULL AND m.amname = 'btree', x.relname::text,
                   ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(n, o)
                         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.n WHERE o <= i.indnkeyatts ORDER BY o)
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
            WHERE i.indrelid = ANY (?::oid[]) AND NOT i.indisprimary AND i.indisvalid AND NOT i.indisexclusion
            ORDER BY i.indrelid, x.relname""";
    /** Those that are not enforced (PostgreSQL 18) say nothing of the rows. */
    private static final String CHECKS = """
            SELECT k.conrelid::int8, k.conname::text, pg_get_expr(k.conbin, k.conrelid), pg_get_constraintdef(k.oid), r.relname::text,
                   ARRAY(SELECT a.attname::text FROM pg_attribute a JOIN pg_collation l ON l.oid = a.attcollation
                         WHERE a.attrelid = k.conrelid AND a.attnum > 0 AND to_jsonb(l)->>'collisdeterministic' = 'false')
            FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
            WHERE k.conrelid = ANY (?::oid[]) AND k.contype = 'c' ORDER BY k.conrelid, k.conname""";
    private static final String BESIDE = """
            SELECT conrelid::int8, pg_get_constraintdef(oid) AS words FROM pg_constraint
            WHERE conrelid = ANY (?::oid[]) AND contype = 'x'
            UNION ALL SELECT tgrelid::int8, 'trigger ' || tgname FROM pg_trigger WHERE tgrelid = ANY (?::oid[]) AND NOT tgisinternal
            ORDER BY 1, 2""";

    private final Link link;
    private final String schema;
    private final Map<Long, Found> found = new LinkedHashMap<>();

    /** @param schema the usual one, whose tables are named without it */
    Catalogue(Link link, String schema) {
        this.link = link;
        this.schema = schema;
    }

    /** A table, while it is being put together. */
    private static final class Found {
        private final String namespace;
        private final String name;
        private final double estimate;
        private final long estimatedPages;
        private final boolean readable;
        private final boolean hidden;
        private final List<Column> columns = new ArrayList<>();
        private final Map<String, Form> forms = new HashMap<>();
        private final List<Relation.Leaf> leaves = new ArrayList<>();
        private final List<String> primaryKey = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<String> beside = new ArrayList<>();
        private long pages;
        private long bytes;
        private long rows = -1;

        Found(ResultSet row) throws SQLException {
            namespace = row.getString(2);
            name = row.getString(3);
            estimate = row.getDouble(5);
            estimatedPages = row.getLong(6);
            readable = row.getBoolean(7);
            hidden = row.getBoolean(8);
        }
    }

    /** Returns the tables that are wanted by the names that people see, in their order, locked so that they stay as they are. */
    Map<String, Relation> read(Selection selection) {
        link.rows(DOING, TABLES, row -> {
            Found table = new Found(row);
            if (selection.takes(table.namespace.equals(schema), shown(table.namespace, table.name))) {
                found.put(row.getLong(1), table);
            }
            return 0;
        });
        if (found.isEmpty()) {
            return Map.of();
        }
        lock();
        String oids = found.keySet().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        link.rows(DOING, LEAVES, this::leaf, oids);
        columns(oids);
        link.rows(DOING, KEYS, this::key, oids);
        link.rows(DOING, INDEXES, this::index, oids);
        link.rows(DOING, CHECKS, this::check, oids);
        link.rows(DOING, BESIDE, row -> of(row).beside.add(row.getString(2)), oids, oids);
        count();
        Map<String, Relation> result = new TreeMap<>(Comparator.naturalOrder());
        found.values().forEach(table -> {
            Relation relation = relation(table);
            result.put(relation.info().name(), relation);
        });
        return result;
    }

    private String shown(String namespace, String name) {
        return namespace.equals(schema) ? name : namespace + "." + name;
    }

    private static String qualified(String namespace, String name) {
        return PgNames.quoted(namespace) + "." + PgNames.quoted(name);
    }

    // Keeps others from emptying or rewriting the tables, which would show through the snapshot.
    private void lock() {
        String names = found.values().stream().filter(t -> t.readable).map(t -> qualified(t.namespace, t.name)).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            link.execute("read the tables", "LOCK TABLE " + names + " IN ACCESS SHARE MODE");
        }
    }

    private Found of(ResultSet row) throws SQLException {
        Found table = found.get(row.getLong(1));
        if (table == null) {
            throw new IllegalStateException("a table that nobody asked for");
        }
        return table;
    }

    private int leaf(ResultSet row) throws SQLException {
        Found table = of(row);
        Relation.Leaf leaf = new Relation.Leaf(qualified(row.getString(2), row.getString(3)), row.getBoolean(4), row.getLong(5));
        table.leaves.add(leaf);
        table.pages += leaf.pages();
        table.bytes += row.getLong(6);
        return 0;
    }

    private void columns(String oids) {
        Map<Long, PgType> types = PgType.all(link);
        link.rows(DOING, COLUMNS, row -> {
            Found table = of(row);
            PgType.Resolved type = PgType.resolve(types, row.getLong(4), row.getInt(5));
            Form form = type.type().form();
            String name = row.getString(2);
            table.forms.put(name, form);
            table.columns.add(new Column(name, row.getString(3), PgType.hint(form, type.modifier()), !row.getBoolean(6), PgType.json(form)));
            return 0;
        }, oids);
    }

    private int key(ResultSet row) throws SQLException {
        Found table = of(row);
        List<String> columns = List.of((String[]) row.getArray(5).getArray());
        if (row.getBoolean(2)) {
            table.primaryKey.addAll(columns);
        } else {
            List<String> references = List.of((String[]) row.getArray(6).getArray());
            table.foreignKeys.add(new ForeignKey(columns, shown(row.getString(3), row.getString(4)), references));
        }
        return 0;
    }

    private boolean index(ResultSet row) throws SQLException {
        Found table = of(row);
        return row.getBoolean(3)
                ? table.indexes.add(new Index(List.of((String[]) row.getArray(5).getArray()), row.getBoolean(2)))
                : table.beside.add("index " + row.getString(4));
    }

    private boolean check(ResultSet row) throws SQLException {
        Found table = of(row);
        String name = row.getString(2);
        if (row.getString(4).endsWith(" NOT ENFORCED")) {
            return table.beside.add(row.getString(4));
        }
        // The server finds such names by itself.
        boolean made = name.matches(Pattern.quote(row.getString(5)) + "(_.*)?_check\\d*");
        Set<String> loose = Set.of((String[]) row.getArray(6).getArray());
        return table.checks.add(new Check(made ? "" : name, row.getString(3), Dialect.POSTGRESQL, loose));
    }

    private void count() {
        for (Found table : found.values()) {
            if (table.readable && !table.hidden && (table.pages <= COUNTED_PAGES || table.estimate < 0)) {
                String only = table.leaves.size() == 1 ? "ONLY " + table.leaves.get(0).name() : qualified(table.namespace, table.name);
                table.rows = link.rows("read " + table.name, "SELECT count(*) FROM " + only, row -> row.getLong(1)).get(0);
            } else if (table.estimate >= 0 && table.estimatedPages > 0) {
                table.rows = Math.round(table.estimate / table.estimatedPages * table.pages);
            }
        }
    }

    private Relation relation(Found table) {
        TableInfo info = new TableInfo(
                shown(table.namespace, table.name), table.columns, table.primaryKey, table.foreignKeys, table.indexes, table.checks, table.beside,
                table.rows, table.bytes, null);
        String number = "";
        if (table.primaryKey.size() == 1) {
            Form form = table.forms.get(table.primaryKey.get(0));
            number = form == Form.INT2 || form == Form.INT4 || form == Form.INT8 ? table.primaryKey.get(0) : "";
        }
        return new Relation(info, table.leaves, table.forms, number);
    }
}
