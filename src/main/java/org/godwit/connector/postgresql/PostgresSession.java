package org.godwit.connector.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.Connection;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.shred.CellLimit;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** One transaction on a server, with all that a run does in it. Not thread-safe. */
final class PostgresSession implements TargetSession {
    private static final String TABLES = """
            SELECT c.relname::text, obj_description(c.oid, 'pg_class'), a.attname::text, col_description(c.oid, a.attnum)
            FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY c.relname, a.attnum""";

    // Those for replication only, and those that are switched off, do not fire.
    private static final String TRIGGERS = """
            SELECT min(tgname::text) FROM pg_trigger WHERE tgrelid = ?::regclass AND NOT tgisinternal AND tgenabled NOT IN ('D', 'R')""";

    /** Of up to four bytes each, in the 2,704 bytes that a B-tree takes. */
    private static final int INDEX_CHARACTERS = 650;

    private final Login login;
    private final Link link;
    private final TaskContext context;
    private final String schema;
    private final Set<String> created = new HashSet<>();
    private final Set<String> written = new TreeSet<>();
    private boolean schemaThere;

    private PostgresSession(Login login, Link link, TaskContext context, String schema) {
        this.login = login;
        this.link = link;
        this.context = context;
        this.schema = schema;
    }

    static PostgresSession open(Login login, Connection place, TaskContext context) {
        Link link = login.open(place);
        boolean done = false;
        try {
            String schema = place.schema().isEmpty() ? "public" : place.schema();
            if (!PgNames.stored(schema).equals(schema)) {
                throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, place.text(), "a schema's name has at most " + PgNames.MAX_BYTES + " bytes");
            }
            prepare(link, schema);
            RunLock.take(link, context);
            PostgresSession session = new PostgresSession(login, link, context, schema);
            session.schemaThere = link.text("look at the schema", "SELECT 1 FROM pg_namespace WHERE nspname = ?", schema) != null;
            done = true;
            return session;
        } finally {
            if (!done) {
                link.close();
            }
        }
    }

    private static void prepare(Link link, String schema) {
        if (String.valueOf(link.text("log in", "SHOW transaction_read_only")).equals("on")) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, link.place().text(), "the server only answers questions (read only, or a standby)");
        }
        for (String setting : List.of(
                "search_path = " + PgNames.quoted(schema), "statement_timeout = 0", "lock_timeout = '30s'", "idle_in_transaction_session_timeout = 0",
                "standard_conforming_strings = on", "row_security = off", "synchronous_commit = on")) {
            link.execute("write", "SET LOCAL " + setting);
        }
        // Rows may come in any order, and in circles; finish() asks whether all is well.
        link.execute("write", "SET CONSTRAINTS ALL DEFERRED");
    }

    private String name(String table) {
        try {
            return PgNames.quoted(schema) + "." + PgNames.quoted(PgNames.stored(table));
        } catch (IllegalArgumentException e) {
            throw new GodwitException(e, ErrorCode.TARGET_REFUSED, link.place().text(), table, "its name", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        link.rows("read the catalogue", TABLES, row -> {
            List<String> columns = tables.computeIfAbsent(PgNames.whole(row.getString(1), row.getString(2)), t -> new ArrayList<>());
            addColumn(row, columns);
            return 0;
        }, schema);
        return tables;
    }

    private static void addColumn(ResultSet row, List<String> columns) throws SQLException {
        String column = row.getString(3);
        if (column != null) {
            columns.add(PgNames.whole(column, row.getString(4)));
        }
    }

    @Override
    public Map<String, CellLimit> limits(TargetTable table) {
        Map<String, CellLimit> limits = table.limits(PgLimits::of);
        if (tables().containsKey(table.name())) {
            refuseTriggers(table.name());
            List<TargetColumn> columns = TargetColumn.of(link, table.name(), name(table.name()), table.names(), table.types());
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).limit() >= 0) {
                    limits.put(table.names().get(i), new PgLimits.Text(columns.get(i).limit()));
                }
            }
        }
        return limits;
    }

    /** An entry of an index has to fit on a third of a page; only plain indexes are narrowed, for nobody loses anything without them. */
    @Override
    public Map<String, Integer> keyWidths(TargetTable table) {
        Map<String, Integer> widths = new HashMap<>();
        for (List<String> index : table.indexes()) {
            for (String column : index) {
                if (table.types().get(table.names().indexOf(column)).equals(DataType.VARCHAR)) {
                    widths.merge(column, INDEX_CHARACTERS / index.size(), Math::min);
                }
            }
        }
        return widths;
    }

    @Override
    public void create(TargetTable table) {
        TableDdl ddl = TableDdl.of(link.place().text(), table, name(table.name()));
        if (!schemaThere) {
            link.execute("make the schema " + schema, "CREATE SCHEMA " + PgNames.quoted(schema));
            schemaThere = true;
        }
        link.execute("make the table " + table.name(), ddl.create());
        created.add(table.name());
        ddl.comments().forEach(comment -> link.execute("name the table " + table.name(), comment));
    }

    private void refuseTriggers(String table) {
        String trigger = created.contains(table) ? null : link.text("look at triggers of " + table, TRIGGERS, name(table));
        if (trigger != null) {
            throw new GodwitException(ErrorCode.TARGET_REFUSED, link.place().text(), table, "trigger " + trigger, TargetConnector.TRIGGERS);
        }
    }

    @Override
    public long count(String table) {
        return link.rows("count " + table, "SELECT count(*) FROM " + name(table), row -> row.getLong(1)).get(0);
    }

    @Override
    public void clear(String table) {
        refuseTriggers(table);
        try {
            link.run("DELETE FROM " + name(table));
        } catch (SQLException e) {
            throw Faults.isRefusedRow(e) ? refused(e, table, "a row") : link.failed(e, "empty " + table);
        }
    }

    @Override
    public long write(TargetTable table, Consumer<Consumer<RowBatch>> source) {
        refuseTriggers(table.name());
        List<TargetColumn> columns = TargetColumn.of(link, table.name(), name(table.name()), table.names(), table.types());
        written.add(table.name());
        return new TableWriter(link, context, table.name(), table.names(), columns).write(name(table.name()), created.contains(table.name()), source);
    }

    @Override
    public void update(TargetTable table, List<String> identity, RowBatch rows) {
        List<TargetColumn> columns = TargetColumn.of(link, table.name(), name(table.name()), rows.names(), rows.columns().stream().map(c -> c.type()).toList());
        new RowUpdate(link, context, table.name(), name(table.name()), columns).apply(identity, rows);
    }

    @Override
    public void scan(RowBatch form, @Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        List<TargetColumn> columns = TargetColumn.of(link, form.table(), name(form.table()), form.names(), form.columns().stream().map(c -> c.type()).toList());
        new TableReader(link, context, columns, form).read(name(form.table()), atLeast, chunks);
    }

    @Override
    public void finish(List<TargetTable> made, List<Plan.View> views) {
        new AfterLoad(link, this::name).finish(made, written, views);
    }

    private GodwitException refused(SQLException e, String table, String place) {
        return new GodwitException(e, ErrorCode.TARGET_REFUSED, link.place().text(), Faults.table(e, table), place, Faults.words(e));
    }

    @Override
    public void commit() {
        String transaction = link.text("commit", "SELECT txid_current()");
        try {
            link.commit();
        } catch (SQLException e) {
            if (!Faults.isCutOff(e)) {
                throw Faults.isRefusedRow(e) ? refused(e, "a table", "a row") : link.failed(e, "commit");
            }
            if (!wasCommitted(String.valueOf(transaction))) {
                throw link.failed(e, "commit");
            }
        }
    }

    // A connection that breaks while the server commits leaves open what became of it; the server knows.
    private boolean wasCommitted(String transaction) {
        try (Link other = login.open(link.place())) {
            return "committed".equals(other.text("ask what became of the commit", "SELECT txid_status(" + Long.parseLong(transaction) + ")"));
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
