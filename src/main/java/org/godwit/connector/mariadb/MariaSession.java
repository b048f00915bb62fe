package org.godwit.connector.mariadb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RowCheck;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.CellLimit;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run's way into a database. MariaDB commits at every change of a table's form, so there are two connections: new
 * tables are made and filled as {@code _godwit_stage_*} through one, rows of tables that are there are changed through the
 * other in a single transaction. {@link Handover} brings both to light together.
 */
final class MariaSession implements TargetSession {
    private static final Logger LOG = LoggerFactory.getLogger(MariaSession.class);

    private final Connection place;
    private final Secrets secrets;
    private final TaskContext context;
    private final Link making;
    private final boolean localInfile;
    private final Map<String, List<String>> existing;
    private final Map<String, Made> created = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<Late> late = new ArrayList<>();
    private Views views;
    private @Nullable Link changing;
    private @Nullable RowWriter failing;
    private boolean committed;

    /** A table of this run. */
    private record Made(String stage, TargetTable table, Map<String, Integer> widths) {}

    /** A reference that can be declared only after the transaction, because it leads to rows of it. */
    private record Late(TargetTable table, ForeignKey key) {}

    private MariaSession(Connection place, Secrets secrets, TaskContext context, Link making) {
        this.place = place;
        this.secrets = secrets;
        this.context = context;
        this.making = making;
        this.views = new Views(making, List.of());
        RunLock.take(making);
        Handover.recover(making);
        this.localInfile = making.number("SELECT @@local_infile") == 1;
        this.existing = columns(making);
    }

    static MariaSession open(Connection place, Secrets secrets, TaskContext context) {
        Link making = Link.open(place, secrets, Link.Use.LOADING, context);
        boolean opened = false;
        try {
            MariaSession session = new MariaSession(place, secrets, context, making);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                making.close();
            }
        }
    }

    private static Map<String, List<String>> columns(Link link) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        link.texts("SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
                + " WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY table_name, ordinal_position")
                .forEach(row -> result.computeIfAbsent(MariaCatalog.text(row, 0), t -> new ArrayList<>()).add(MariaCatalog.text(row, 1)));
        return result;
    }

    @Override
    public Map<String, List<String>> tables() {
        Map<String, List<String>> result = new LinkedHashMap<>(existing);
        created.forEach((name, made) -> result.put(name, made.table.names()));
        return result;
    }

    @Override
    public Map<String, CellLimit> limits(TargetTable table) {
        refuseTriggers(table.name());
        return CellCheck.limits(table, MariaCatalog.widths(making, table), "column");
    }

    @Override
    public Map<String, Integer> keyWidths(TargetTable table) {
        return existing.containsKey(table.name()) ? Map.of() : KeyWidths.of(table);
    }

    @Override
    public String unfit(TargetTable table, RowCheck check) {
        return CheckForm.unfit(table, check);
    }

    @Override
    public void create(TargetTable table) {
        Map<String, Integer> widths = KeyWidths.of(table);
        CellCheck check = new CellCheck(place.text(), table, widths);
        if (existing.containsKey(table.name()) || created.containsKey(table.name())) {
            throw check.refused("the table", "there is one of this name already");
        }
        String stage = MariaCatalog.STAGE + (created.size() + 1);
        new TableMaker(making).make(stage, table, check, widths);
        created.put(table.name(), new Made(stage, table, widths));
    }

    /** Returns what a table is called on the server for now. */
    private String real(String table) {
        Made made = created.get(table);
        return made == null ? table : made.stage;
    }

    private void refuseTriggers(String table) {
        MariaCatalog.triggers(making, table).stream().findFirst().ifPresent(trigger -> {
            throw new GodwitException(ErrorCode.TARGET_REFUSED, place.text(), table, "trigger " + trigger.name(), TargetConnector.TRIGGERS);
        });
    }

    /** Returns the connection through which a table is written, and notes that it is. */
    private Link writing(String table) {
        if (created.containsKey(table)) {
            return making;
        }
        Link link = changing;
        if (link == null) {
            link = Link.open(place, secrets, Link.Use.LOADING, context);
            changing = link;
            // References are checked by finish, when all rows are there; it sees what the other connection committed.
            link.run("SET SESSION foreign_key_checks = 0");
            link.run("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
            link.run("START TRANSACTION");
        }
        if (touched.add(table)) {
            refuseTriggers(table);
            String undoable = link.texts("SELECT coalesce(e.transactions, 'NO'), e.engine FROM information_schema.tables t"
                    + " JOIN information_schema.engines e ON e.engine = t.engine"
                    + " WHERE table_schema = DATABASE() AND table_name = " + MariaSql.literal(table))
                    .stream().filter(row -> !MariaCatalog.text(row, 0).equals("YES")).map(row -> MariaCatalog.text(row, 1)).findFirst().orElse("");
            if (!undoable.isEmpty()) {
                throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, place.text(),
                        "table " + table + " is kept by the engine " + undoable + ", which cannot undo a run that fails");
            }
        }
        return link;
    }

    private Link seeing(String table) {
        return created.containsKey(table) || changing == null ? making : changing;
    }

    @Override
    public long count(String table) {
        return seeing(table).number("SELECT count(*) FROM " + MariaSql.name(real(table)));
    }

    @Override
    public void clear(String table) {
        writing(table).run("DELETE FROM " + MariaSql.name(real(table)));
    }

    private CellCheck check(TargetTable table) {
        Made made = created.get(table.name());
        return new CellCheck(place.text(), table, made == null ? Map.of() : made.widths);
    }

    @Override
    public long write(TargetTable table, Consumer<Consumer<RowBatch>> source) {
        Link link = writing(table.name());
        CellCheck check = check(table);
        boolean mine = link == making;
        // Batches are MariaDB's own; as one transaction they cost the server two thirds of LOAD DATA.
        RowWriter writer = localInfile && !(mine && link.isMaria())
                ? new LoadData(link, real(table.name()), table, check, context)
                : new BulkInsert(link, real(table.name()), table, check, mine, context);
        failing = writer;
        source.accept(writer::add);
        long rows = writer.end();
        failing = null;
        return rows;
    }

    @Override
    public void update(TargetTable table, List<String> identity, RowBatch rows) {
        CellCheck check = check(table);
        check.check(rows, 0);
        new RowUpdate(writing(table.name()), real(table.name()), check, identity, rows).run();
    }

    @Override
    public void scan(RowBatch form, @Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        TargetScan.read(seeing(form.table()), real(form.table()), form, atLeast, chunks);
    }

    @Override
    public void finish(List<TargetTable> made, List<Plan.View> wanted) {
        Relations relations = new Relations(making);
        List<Made> mine = made.stream().map(t -> created.get(t.name())).filter(java.util.Objects::nonNull).toList();
        mine.forEach(m -> relations.uniques(m.stage, m.table, check(m.table)));
        for (Made m : mine) {
            List<ForeignKey> now = new ArrayList<>();
            for (ForeignKey key : m.table.foreignKeys()) {
                if (touched.contains(key.table())) {
                    Link all = changing == null ? making : changing;
                    Relations.orphans(all, m.stage, key.columns(), key.table(), key.references(), check(m.table), key.table());
                    late.add(new Late(m.table, key));
                } else {
                    now.add(key);
                }
            }
            relations.references(m.stage, m.table, now, check(m.table), this::real);
            relations.indexes(m.stage, m.table, check(m.table), m.widths);
        }
        touchedReferences();
        views = new Views(making, wanted);
        views.check(stages());
    }

    // Tables that were there before have references of their own, to and from.
    private void touchedReferences() {
        Link link = changing;
        if (link == null) {
            return;
        }
        Map<String, List<ForeignKey>> keys = MariaCatalog.foreignKeys(link);
        keys.forEach((child, list) -> list.stream()
                .filter(key -> !child.startsWith(MariaCatalog.STAGE) && (touched.contains(child) || touched.contains(key.table())))
                .forEach(key -> Relations.orphans(link, child, key.columns(), key.table(), key.references(),
                        check(TargetTable.plain(child, List.of(), List.of())), key.table())));
    }

    private Map<String, String> stages() {
        Map<String, String> result = new LinkedHashMap<>();
        created.forEach((name, made) -> result.put(made.stage, name));
        return result;
    }

    @Override
    public void commit() {
        Map<String, String> stages = stages();
        Link link = changing;
        if (link == null) {
            if (!stages.isEmpty()) {
                making.run(Handover.renaming(stages));
            }
            makeViewsOrUndo(stages);
        } else if (stages.isEmpty()) {
            link.run("COMMIT");
            views.make();
        } else {
            Handover.prepare(making);
            Handover.note(link, stages);
            // Commits the rows, then renames.
            link.run(Handover.renaming(stages));
            committed = true;
            Handover.done(making);
            Relations relations = new Relations(making);
            late.forEach(l -> relations.references(l.table.name(), l.table, List.of(l.key), check(l.table), name -> name));
            views.make();
        }
        committed = true;
    }

    private void makeViewsOrUndo(Map<String, String> stages) {
        boolean made = false;
        try {
            views.make();
            made = true;
        } finally {
            if (!made && !stages.isEmpty()) {
                Map<String, String> back = new LinkedHashMap<>();
                stages.forEach((stage, name) -> back.put(name, stage));
                making.run(Handover.renaming(back));
            }
        }
    }

    @Override
    public void close() {
        if (failing != null) {
            failing.stop();
        }
        if (changing != null) {
            // A transaction that was not committed ends with its connection.
            changing.abort();
        }
        if (committed || created.isEmpty()) {
            making.close();
        } else if (making.isAlive()) {
            Handover.dropAll(making);
            making.close();
        } else {
            clean();
        }
    }

    // The connection is gone; if the server is gone too, the next run finds the tables and removes them.
    private void clean() {
        making.close();
        try (Link link = Link.open(place, secrets, Link.Use.TIDYING, new TaskContext())) {
            RunLock.take(link);
            Handover.recover(link);
        } catch (GodwitException e) {
            LOG.warn("tables {}* stay in {} until the next run: {}", MariaCatalog.STAGE, place.text(), e.getMessage());
        }
    }
}
