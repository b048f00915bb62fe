package org.godwit.engine.diagnose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.godwit.model.TableSpec;
import org.godwit.shred.KeyText;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Shows what a plan would make, by making it: the first units of the sources go through the real engine. */
public final class Previewer {
    private static final int MAX_UNITS = 64;

    private final DocumentConnector connector;
    private final TaskContext context;

    public Previewer(DocumentConnector connector, TaskContext context) {
        this.connector = connector;
        this.context = context;
    }

    /**
     * Returns the first rows of a table, or of every table.
     *
     * @param base where relative paths of the plan start
     */
    public List<Preview> preview(Plan plan, Path base, Optional<String> only, int rows) {
        List<Preview> previews = new ArrayList<>();
        try (ScratchRun scratch = ScratchRun.of(plan, base, new FirstUnits(connector, MAX_UNITS), context);
                ReadOnlyFile file = ReadOnlyFile.open(scratch.database());
                Session session = file.session()) {
            for (TableSpec table : plan.tables()) {
                if (only.isEmpty() || only.get().equals(table.name())) {
                    previews.add(preview(session, table, rows));
                }
            }
        }
        return previews;
    }

    private static Preview preview(Session session, TableSpec table, int rows) {
        List<String> names = table.columns().stream().map(TableSpec.Column::name).toList();
        RowBatch form = TableForm.batch(table);
        List<List<@Nullable String>> values = new ArrayList<>();
        List<Long> documents = new ArrayList<>();
        List<String> places = new ArrayList<>();
        String sql = "SELECT " + Sql.reading(form) + " FROM " + Sql.name(table.name()) + " LIMIT " + rows;
        session.scan(sql, form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                List<@Nullable String> cells = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    cells.add(KeyText.display(batch.column(i), row));
                }
                values.add(cells);
                documents.add(batch.column(names.size()).longAt(row));
                places.add((String) batch.column(names.size() + 1).objectAt(row));
            }
        });
        List<Preview.Row> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String file = session.texts("SELECT file FROM " + SystemTables.origin(documents.get(i))).get(0).get(0);
            result.add(new Preview.Row(file, places.get(i), "", values.get(i)));
        }
        return new Preview(table.name(), names, result);
    }
}
