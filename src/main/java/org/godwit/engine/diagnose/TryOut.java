package org.godwit.engine.diagnose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.DataType;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.Reread;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.shred.KeyText;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Carries a plan out into a database that is thrown away, and shows what came of it: figures and the rows to look at. */
public final class TryOut {
    private static final int FIRST_UNITS = 64;
    private static final int REJECTS = 3;

    private final DocumentConnector connector;
    private final TaskContext context;

    public TryOut(DocumentConnector connector, TaskContext context) {
        this.connector = connector;
        this.context = context;
    }

    /** A row as it stands in the scratch database. */
    private record Row(Sample.Why why, String file, long position, String at, List<@Nullable String> values, String column, String reason) {
        SourceNodes.Wanted wanted() {
            return new SourceNodes.Wanted(file, position, at);
        }
    }

    /**
     * Carries a plan out.
     *
     * @param whole whether to read everything, and not only the first part of the sources
     */
    public Trial run(Plan plan, Path base, boolean whole) {
        FirstUnits first = new FirstUnits(connector, whole ? Integer.MAX_VALUE : FIRST_UNITS);
        try (ScratchRun scratch = ScratchRun.of(traced(plan, plan.tables()), base, first, context)) {
            return new Trial(scratch.result().ledger(), !first.stopped().get(), scratch.result().rejectCount());
        }
    }

    /** Returns a document or row in full, as JSON, if it is there. */
    public Optional<Reread> document(Plan plan, Path base, String file, long position) {
        return SourceNodes.whole(new SourceNodes.Wanted(file, position, ""), plan, base, connector, context);
    }

    /**
     * Makes rows of one table from the first part of the sources, those to look at first: what does not fit, the longest,
     * the deepest.
     *
     * @param rows how many first rows are shown besides
     */
    public List<Sample> samples(Plan plan, Path base, String table, int rows) {
        TableSpec spec = plan.table(table).orElseThrow();
        FirstUnits first = new FirstUnits(connector, FIRST_UNITS);
        try (ScratchRun scratch = ScratchRun.of(traced(plan, needed(plan, spec)), base, first, context)) {
            if (!Files.exists(scratch.database())) {
                return List.of();
            }
            List<Row> shown;
            try (ReadOnlyFile file = ReadOnlyFile.open(scratch.database()); Session session = file.session()) {
                shown = rows(session, spec, rows, scratch.result().rejects());
            }
            Set<SourceNodes.Wanted> wanted = shown.stream().map(Row::wanted).collect(Collectors.toSet());
            Map<SourceNodes.Wanted, String> nodes =
                    SourceNodes.read(wanted, plan, base, new FirstUnits(connector, FIRST_UNITS), context);
            return shown.stream().map(row -> sample(row, nodes)).toList();
        }
    }

    /** Returns the table and those whose ids it holds, directly or not: the others cannot change its rows. */
    private static List<TableSpec> needed(Plan plan, TableSpec table) {
        Set<String> names = new HashSet<>(Set.of(table.name()));
        List<TableSpec> left = new ArrayList<>(List.of(table));
        while (!left.isEmpty()) {
            TableSpec next = left.removeLast();
            next.feeds().stream().flatMap(feed -> feed.set().values().stream()).map(TryOut::refersTo).forEach(name -> {
                if (names.add(name)) {
                    plan.table(name).ifPresent(left::add);
                }
            });
        }
        return plan.tables().stream().filter(t -> names.contains(t.name())).toList();
    }

    private static String refersTo(ValueSpec value) {
        return switch (value) {
            case ValueSpec.Ref ref -> ref.table();
            case ValueSpec.Parent parent -> parent.table();
            case ValueSpec.From _, ValueSpec.Const _, ValueSpec.Rest _, ValueSpec.Sql _ -> "";
        };
    }

    /** Returns the plan with these tables and with lineage: without it no row can be shown beside its source. */
    private static Plan traced(Plan plan, List<TableSpec> tables) {
        Options was = plan.options();
        Options options = new Options(was.onReject(), was.duplicates(), Options.Lineage.COLUMNS, was.strategy());
        return new Plan(
                plan.version(), plan.name(), plan.description(), plan.sources(), plan.target(), plan.datasets(), tables, List.of(), options);
    }

    private static Sample sample(Row row, Map<SourceNodes.Wanted, String> nodes) {
        return new Sample(
                row.why(), row.file(), row.at(), nodes.getOrDefault(row.wanted(), ""), row.values(), row.column(), row.reason());
    }

    private static List<Row> rows(Session session, TableSpec table, int rows, List<Reject> rejects) {
        List<Row> shown = new ArrayList<>(rejected(session, table, rejects));
        List<Row> worst = new ArrayList<>(select(session, table, Sample.Why.LONGEST, " ORDER BY length(CAST(t AS VARCHAR)) DESC LIMIT 1"));
        String brackets = table.columns().stream()
                .filter(column -> column.type().kind() == DataType.Kind.JSON)
                .map(column -> brackets("t." + Sql.name(column.name())))
                .collect(Collectors.joining(" + "));
        if (!brackets.isEmpty()) {
            worst.addAll(select(session, table, Sample.Why.DEEPEST, " ORDER BY " + brackets + " DESC LIMIT 1"));
        }
        List<Row> first = select(session, table, Sample.Why.FIRST, " LIMIT " + rows);
        for (Row row : worst) {
            if (shown.stream().noneMatch(other -> other.values().equals(row.values()))) {
                shown.add(row);
            }
        }
        for (Row row : first) {
            if (shown.stream().noneMatch(other -> other.wanted().equals(row.wanted()) && other.values().equals(row.values()))) {
                shown.add(row);
            }
        }
        return shown;
    }

    /** Returns SQL for how many containers open in a JSON text. */
    private static String brackets(String column) {
        String text = "CAST(" + column + " AS VARCHAR)";
        return "coalesce(length(" + text + ") - length(translate(" + text + ", '{[', '')), 0)";
    }

    private static List<Row> rejected(Session session, TableSpec table, List<Reject> rejects) {
        List<Row> rows = new ArrayList<>();
        for (Reject reject : rejects) {
            if (reject.table().equals(table.name()) && rows.size() < REJECTS) {
                String at = "d.file = " + Sql.literal(reject.file()) + " AND (t._at = '' OR " + Sql.literal(reject.pointer())
                        + " = t._at OR starts_with(" + Sql.literal(reject.pointer()) + ", t._at || '/'))";
                List<Row> loaded = reject.level() == Reject.Level.VALUE
                        ? select(session, table, Sample.Why.REJECTED, " WHERE " + at + " ORDER BY length(t._at) DESC LIMIT 1")
                        : List.of();
                List<@Nullable String> values = loaded.isEmpty() ? List.of() : loaded.getFirst().values();
                long position = loaded.isEmpty() ? 0 : loaded.getFirst().position();
                rows.add(new Row(Sample.Why.REJECTED, reject.file(), position, reject.pointer(), values, reject.columnName(), reject.reason()));
            }
        }
        return rows;
    }

    private static List<Row> select(Session session, TableSpec table, Sample.Why why, String end) {
        List<String> names = table.columns().stream().map(TableSpec.Column::name).toList();
        RowBatch lineage = TableForm.batch(table);
        List<String> all = new ArrayList<>(lineage.names());
        List<DataType> types = new ArrayList<>(table.columns().stream().map(TableSpec.Column::type).toList());
        types.addAll(List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER, DataType.VARCHAR, DataType.BIGINT));
        String columns = Sql.reading(lineage, "t");
        all.addAll(List.of("file", "position"));
        String sql = "SELECT " + columns + ", d.file, d.position FROM " + Sql.name(table.name()) + " t JOIN "
                + SystemTables.origins("main") + " d ON d.doc = t._doc" + end;
        List<Row> rows = new ArrayList<>();
        session.scan(sql, new RowBatch(table.name(), all, types), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    values.add(KeyText.display(batch.column(i), row));
                }
                int width = names.size();
                String at = (String) batch.column(width + 1).objectAt(row);
                String file = (String) batch.column(width + 3).objectAt(row);
                rows.add(new Row(why, file, batch.column(width + 4).longAt(row), at, values, "", ""));
            }
        });
        return rows;
    }
}
