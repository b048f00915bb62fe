package org.godwit.engine.diagnose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.godwit.model.TableSpec;
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
    private record Row(Trial.Why why, String file, long position, String at, List<@Nullable String> values, String column, String reason) {
        SourceNodes.Wanted wanted() {
            return new SourceNodes.Wanted(file, position, at);
        }
    }

    /**
     * Tries a plan out.
     *
     * @param rows how many first rows of each table are shown, besides the longest, the deepest and those that do not fit
     * @param whole whether to read everything, and not only the first part of the sources
     */
    public Trial run(Plan plan, Path base, int rows, boolean whole) {
        FirstUnits first = new FirstUnits(connector, whole ? Integer.MAX_VALUE : FIRST_UNITS);
        try (ScratchRun scratch = ScratchRun.of(traced(plan), base, first, context)) {
            boolean any = rows > 0 && Files.exists(scratch.database());
            Map<String, List<Row>> shown = any ? shown(scratch, plan, rows) : Map.of();
            Set<SourceNodes.Wanted> wanted = new HashSet<>();
            shown.values().forEach(list -> list.forEach(row -> wanted.add(row.wanted())));
            Map<SourceNodes.Wanted, String> nodes =
                    SourceNodes.read(wanted, plan, base, new FirstUnits(connector, FIRST_UNITS), context);
            Map<String, List<Trial.Sample>> samples = new HashMap<>();
            shown.forEach((table, list) -> samples.put(table, list.stream().map(row -> sample(row, nodes)).toList()));
            return new Trial(scratch.result().ledger(), !first.stopped().get(), scratch.result().rejectCount(), samples);
        }
    }

    /** Returns the plan with lineage: without it no row can be shown beside its source. */
    private static Plan traced(Plan plan) {
        Options was = plan.options();
        Options options = new Options(was.onReject(), was.duplicates(), Options.Lineage.COLUMNS, was.strategy());
        return new Plan(
                plan.version(), plan.name(), plan.description(), plan.sources(), plan.target(), plan.datasets(), plan.tables(), plan.views(), options);
    }

    private Map<String, List<Row>> shown(ScratchRun scratch, Plan plan, int rows) {
        Map<String, List<Row>> shown = new LinkedHashMap<>();
        try (ReadOnlyFile file = ReadOnlyFile.open(scratch.database()); Session session = file.session()) {
            for (TableSpec table : plan.tables()) {
                context.checkCancelled();
                shown.put(table.name(), rows(session, table, rows, scratch.result().rejects()));
            }
        }
        return shown;
    }

    private static Trial.Sample sample(Row row, Map<SourceNodes.Wanted, String> nodes) {
        return new Trial.Sample(
                row.why(), row.file(), row.at(), nodes.getOrDefault(row.wanted(), ""), row.values(), row.column(), row.reason());
    }

    private static List<Row> rows(Session session, TableSpec table, int rows, List<Reject> rejects) {
        List<Row> shown = new ArrayList<>(rejected(session, table, rejects));
        List<Row> worst = new ArrayList<>(select(session, table, Trial.Why.LONGEST, " ORDER BY length(CAST(t AS VARCHAR)) DESC LIMIT 1"));
        String brackets = table.columns().stream()
                .filter(column -> column.type().kind() == DataType.Kind.JSON)
                .map(column -> brackets("t." + Sql.name(column.name())))
                .collect(Collectors.joining(" + "));
        if (!brackets.isEmpty()) {
            worst.addAll(select(session, table, Trial.Why.DEEPEST, " ORDER BY " + brackets + " DESC LIMIT 1"));
        }
        List<Row> first = select(session, table, Trial.Why.FIRST, " LIMIT " + rows);
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
                        ? select(session, table, Trial.Why.REJECTED, " WHERE " + at + " ORDER BY length(t._at) DESC LIMIT 1")
                        : List.of();
                List<@Nullable String> values = loaded.isEmpty() ? List.of() : loaded.getFirst().values();
                long position = loaded.isEmpty() ? 0 : loaded.getFirst().position();
                rows.add(new Row(Trial.Why.REJECTED, reject.file(), position, reject.pointer(), values, reject.columnName(), reject.reason()));
            }
        }
        return rows;
    }

    private static List<Row> select(Session session, TableSpec table, Trial.Why why, String end) {
        List<String> names = table.columns().stream().map(TableSpec.Column::name).toList();
        RowBatch lineage = TableForm.batch(table);
        List<String> all = new ArrayList<>(lineage.names());
        List<DataType> types = new ArrayList<>(table.columns().stream().map(TableSpec.Column::type).toList());
        types.addAll(List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER, DataType.VARCHAR, DataType.BIGINT));
        String columns = all.stream().map(name -> "t." + Sql.name(name)).collect(Collectors.joining(", "));
        all.addAll(List.of("file", "position"));
        String sql = "SELECT " + columns + ", d.file, d.position FROM " + Sql.name(table.name()) + " t JOIN "
                + SystemTables.DOCUMENTS + " d ON d.doc = t._doc" + end;
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
