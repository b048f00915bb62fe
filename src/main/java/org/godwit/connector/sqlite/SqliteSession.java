package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RowCheck;
import org.godwit.shred.CellLimit;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** One run's transaction. */
final class SqliteSession implements TargetSession {
    private static final int CHUNK = 8_192;
    private static final int FEW = 64;
    private static final String SEARCH = "_godwit_update";

    private final TargetConnector connector;
    private final TargetFile file;
    private final TaskContext context;
    private final Catalogue catalogue;
    private final References references;
    private final Map<String, TargetColumns> columns = new HashMap<>();
    private final Map<String, TargetTable> made = new HashMap<>();
    private final Map<String, Set<String>> untyped = new HashMap<>();

    SqliteSession(TargetConnector connector, TargetFile file, TaskContext context) {
        this.connector = connector;
        this.file = file;
        this.context = context;
        this.catalogue = new Catalogue(file.link(), file.form());
        this.references = new References(catalogue);
    }

    /** A piece of work with the database. */
    @FunctionalInterface
    private interface Work<T> {
        T get() throws SQLException;
    }

    private <T> T asked(Work<T> work) {
        try {
            return work.get();
        } catch (SQLException e) {
            throw SqliteErrors.failed(file.place(), e);
        }
    }

    /** Does what SQLite may refuse because of what is asked for. */
    private void demand(String table, String what, String sql) {
        try {
            file.link().execute(sql);
        } catch (SQLException e) {
            throw refused(e, table, what);
        }
    }

    private GodwitException refused(SQLException e, String table, String what) {
        return SqliteErrors.refusal(e)
                ? new GodwitException(e, ErrorCode.TARGET_REFUSED, file.place(), table, what, SqliteErrors.detail(e))
                : SqliteErrors.failed(file.place(), e);
    }

    private GodwitException refused(String table, String what, String reason) {
        return new GodwitException(ErrorCode.TARGET_REFUSED, file.place(), table, what, reason);
    }

    @Override
    public Map<String, List<String>> tables() {
        return asked(() -> {
            Map<String, List<String>> tables = new LinkedHashMap<>();
            for (Catalogue.Entry entry : catalogue.entries()) {
                if (entry.kind().equals("table")) {
                    tables.put(entry.name(), catalogue.fields(entry.name()).stream().map(Catalogue.Field::name).toList());
                }
            }
            return tables;
        });
    }

    @Override
    public Map<String, CellLimit> limits(TargetTable table) {
        refuseTriggers(table.name());
        return made.containsKey(table.name()) ? Map.of() : asked(() -> TargetColumns.of(catalogue, table.name()).limits(table));
    }

    @Override
    public String unfit(TargetTable table, RowCheck check) {
        return CheckForm.unfit(table, check);
    }

    @Override
    public void create(TargetTable table) {
        if (table.name().toLowerCase(Locale.ROOT).startsWith("sqlite_")) {
            throw refused(table.name(), "name", "names that begin with sqlite_ are SQLite's own");
        }
        try {
            demand(table.name(), "columns", ddl(table, Set.of()));
        } catch (IllegalArgumentException e) {
            throw new GodwitException(e, ErrorCode.TARGET_REFUSED, file.place(), table.name(), "names", String.valueOf(e.getMessage()));
        }
        made.put(table.name(), table);
        references.made(table.name());
        columns.remove(table.name());
    }

    private String ddl(TargetTable table, Set<String> untyped) {
        return TableDdl.create(table, type -> connector.mapping(type).sql(), untyped);
    }

    /** Makes a table of this run anew, with a column declared without a type. */
    private boolean loosen(String table, String column) throws SQLException {
        TargetTable ours = made.get(table);
        if (ours == null) {
            return false;
        }
        Set<String> loose = untyped.computeIfAbsent(table, name -> new HashSet<>());
        loose.add(column);
        String name = SqliteName.of(table);
        String former = SqliteName.of("_godwit_former " + table);
        file.link().execute("ALTER TABLE main." + name + " RENAME TO " + former);
        file.link().execute(ddl(ours, loose));
        file.link().execute("INSERT INTO main." + name + " SELECT * FROM main." + former);
        file.link().execute("DROP TABLE main." + former);
        columns.remove(table);
        return true;
    }

    @Override
    public long count(String table) {
        return asked(() -> catalogue.count(table));
    }

    @Override
    public void clear(String table) {
        refuseTriggers(table);
        asked(() -> {
            references.willChange(table);
            file.link().execute("DELETE FROM main." + SqliteName.of(table));
            return true;
        });
    }

    @Override
    public long write(TargetTable table, Consumer<Consumer<RowBatch>> source) {
        TargetColumns target = columns(table);
        String names = SqliteName.list(table.names());
        String places = String.join(", ", table.names().stream().map(name -> "?").toList());
        String sql = "INSERT INTO main." + SqliteName.of(table.name()) + " (" + names + ") VALUES (" + places + ")";
        try (RowWriter writer = new RowWriter(file, table.name(), sql, target.writers(table.names()), column -> loosen(table.name(), column))) {
            source.accept(batch -> {
                context.checkCancelled();
                writer.insert(batch);
            });
            return writer.rows();
        } catch (SQLException e) {
            throw refused(e, table.name(), "columns");
        }
    }

    @Override
    public void update(TargetTable table, List<String> identity, RowBatch rows) {
        TargetColumns target = columns(table);
        boolean many = rows.rows() > FEW;
        if (many) {
            // Otherwise each row would be looked for among all.
            demand(table.name(), "an index", "CREATE INDEX main." + SEARCH + " ON " + SqliteName.of(table.name()) + " (" + SqliteName.list(identity) + ")");
        }
        try (RowWriter writer = RowWriter.updating(file, table, identity, target, column -> loosen(table.name(), column))) {
            writer.update(rows);
        } catch (SQLException e) {
            throw refused(e, table.name(), "columns");
        }
        if (many) {
            demand(table.name(), "an index", "DROP INDEX main." + SEARCH);
        }
    }

    private void refuseTriggers(String table) {
        asked(() -> catalogue.triggers(table)).stream().findFirst().ifPresent(trigger -> {
            throw refused(table, "trigger " + trigger, TargetConnector.TRIGGERS);
        });
    }

    private TargetColumns columns(TargetTable table) {
        TargetColumns known = columns.get(table.name());
        if (known == null) {
            refuseTriggers(table.name());
            known = asked(() -> {
                references.willChange(table.name());
                return TargetColumns.of(catalogue, table.name());
            });
            columns.put(table.name(), known);
        }
        String difference = known.difference(table);
        if (difference != null) {
            throw new GodwitException(ErrorCode.TARGET_DIFFERS, file.place(), table.name(), difference);
        }
        return known;
    }

    @Override
    public void scan(RowBatch form, @Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        String where = atLeast == null ? "" : " WHERE t." + SqliteName.of(atLeast.column()) + " >= ?1";
        String names = String.join(", ", form.names().stream().map(name -> "t." + SqliteName.of(name)).toList());
        CellScan scan = new CellScan(file.form());
        try (Prepared query = file.link().prepare("SELECT " + names + " FROM main." + SqliteName.of(form.table()) + " AS t" + where)) {
            if (atLeast != null) {
                query.bind(1, atLeast.value());
            }
            form.clear();
            long rows = 0;
            while (query.step()) {
                rows++;
                for (int i = 0; i < form.names().size(); i++) {
                    String other = scan.read(query, i, form.column(i));
                    if (other != null) {
                        throw new GodwitException(ErrorCode.TARGET_DIFFERS, file.place(), form.table(),
                                "row " + rows + ", column " + form.names().get(i) + " holds " + other + ", which is no " + form.column(i).type());
                    }
                }
                if (form.rows() == CHUNK) {
                    context.checkCancelled();
                    chunks.accept(form);
                    form.clear();
                }
            }
            if (form.rows() > 0) {
                chunks.accept(form);
            }
        } catch (SQLException e) {
            throw SqliteErrors.failed(file.place(), e);
        }
    }

    @Override
    public void finish(List<TargetTable> tables, List<Plan.View> views) {
        Set<String> taken = new HashSet<>(asked(() -> catalogue.rows("SELECT name FROM main.sqlite_master", 1)).stream().map(row -> row.get(0)).toList());
        for (TableDdl.Index index : TableDdl.indexes(tables)) {
            context.checkCancelled();
            String name = TableDdl.name(index, taken);
            taken.add(name);
            demand(index.table(), String.join(", ", index.columns()), TableDdl.create(index, name));
        }
        references.tables().forEach(this::checkReferences);
        views.forEach(this::create);
    }

    private void checkReferences(String table) {
        context.checkCancelled();
        try {
            References.Orphan orphan = references.orphan(table);
            if (orphan != null) {
                throw refused(table, "row id " + orphan.row() + ", column " + String.join(", ", orphan.key().columns()), pointsNowhere(orphan));
            }
        } catch (SQLException e) {
            // A reference to columns that do not tell the rows of the other table apart.
            throw refused(e, table, "references");
        }
    }

    private static String pointsNowhere(References.Orphan orphan) {
        String more = orphan.others() == 0 ? "" : ", and " + orphan.others() + " more rows likewise";
        return "it refers to a row of " + orphan.key().table() + " that is not there" + more;
    }

    private void create(Plan.View view) {
        String name = "main." + SqliteName.of(view.name());
        demand(view.name(), "view", "DROP VIEW IF EXISTS " + name);
        demand(view.name(), "view", "CREATE VIEW " + name + " AS " + view.sql());
        try (Prepared look = file.link().prepare("SELECT * FROM " + name + " LIMIT 0")) {
            look.step();
        } catch (SQLException e) {
            throw refused(e, view.name(), "view");
        }
    }

    @Override
    public void commit() {
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
