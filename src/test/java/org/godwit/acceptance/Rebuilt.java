package org.godwit.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.KeyTable;
import org.godwit.shred.LeafMap;
import org.godwit.shred.RowBatch;
import org.godwit.shred.RowRestorer;
import org.godwit.shred.TapeReader;

/** The documents of a target, written again from all that stands in it: rest, rejects, rows and merges. */
final class Rebuilt {
    private final Session session;
    private final RowRestorer restorer = new RowRestorer(new TapeReader(new KeyTable(), JsonLimits.forHeap(1L << 30)));
    private final List<LeafMap> documents;

    private Rebuilt(Session session) {
        this.session = session;
        this.documents = Stream.generate(LeafMap::new).limit(session.number("SELECT count(*) FROM " + SystemTables.DOCUMENTS)).toList();
    }

    /** Returns the documents in the order in which they were loaded. */
    static List<LeafMap> documents(Path target, Plan plan) {
        try (ReadOnlyFile file = ReadOnlyFile.open(target); Session session = file.session()) {
            Rebuilt rebuilt = new Rebuilt(session);
            rebuilt.rest();
            rebuilt.rejects();
            plan.tables().forEach(rebuilt::rows);
            plan.tables().forEach(rebuilt::merges);
            return rebuilt.documents;
        }
    }

    private LeafMap document(RowBatch batch, int column, int row) {
        return documents.get((int) batch.column(column).longAt(row));
    }

    private void rest() {
        RowBatch form = new RowBatch("rest", List.of("doc", "rest"), List.of(DataType.BIGINT, DataType.JSON));
        session.scan("SELECT doc, rest FROM " + SystemTables.DOCUMENTS + " WHERE rest IS NOT NULL", form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                restorer.rest((String) batch.column(1).objectAt(row), document(batch, 0, row));
            }
        });
    }

    private void rejects() {
        RowBatch form = new RowBatch("rejects", List.of("doc", "path", "raw"), List.of(DataType.BIGINT, DataType.VARCHAR, DataType.VARCHAR));
        session.scan("SELECT doc, path, raw FROM " + SystemTables.REJECTS + " WHERE path IS NOT NULL", form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                restorer.reject((String) batch.column(1).objectAt(row), (String) batch.column(2).objectAt(row), document(batch, 0, row));
            }
        });
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private void rows(TableSpec table) {
        RowBatch form = TableForm.batch(table);
        int width = form.columns().size();
        String columns = String.join(", ", form.names().stream().map(Rebuilt::quoted).toList());
        session.scan("SELECT " + columns + " FROM " + quoted(table.name()), form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                int feed = (int) batch.column(width - 1).longAt(row);
                restorer.row(table, feed, batch, row, (String) batch.column(width - 2).objectAt(row), document(batch, width - 3, row));
            }
        });
    }

    private void merges(TableSpec table) {
        RowBatch kept = TableForm.batch(table);
        List<String> names = new ArrayList<>(kept.names());
        int width = names.size() - 3;
        List<DataType> types = new ArrayList<>(table.columns().stream().map(TableSpec.Column::type).toList());
        types.addAll(List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
        String columns = String.join(", ", names.subList(0, width).stream().map(name -> "t." + quoted(name)).toList());
        String sql = "SELECT " + columns + ", m.doc, m.at, m.feed FROM " + SystemTables.MERGES + " m JOIN " + quoted(table.name())
                + " t ON t._doc = m.kept_doc AND t._at = m.kept_at AND t._feed = m.kept_feed WHERE m.table_name = '" + table.name().replace("'", "''") + "'";
        session.scan(sql, new RowBatch(table.name(), names, types), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                int feed = (int) batch.column(width + 2).longAt(row);
                restorer.row(table, feed, batch, row, (String) batch.column(width + 1).objectAt(row), document(batch, width, row));
            }
        });
    }
}
