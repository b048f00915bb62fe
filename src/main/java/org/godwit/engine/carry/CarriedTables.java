package org.godwit.engine.carry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.Problem;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.RowBatch;
import org.godwit.shred.TapeRow;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Reads tables of a source as rows of given forms. Used by one thread. */
final class CarriedTables {
    private static final int ROWS = 2048;

    private final DocumentConnector connector;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final TaskContext context;

    CarriedTables(DocumentConnector connector, List<SourceFile> tables, TaskContext context) {
        this.connector = connector;
        this.context = context;
        tables.forEach(file -> files.put(file.table(), plain(file)));
    }

    boolean has(String table) {
        return files.containsKey(table);
    }

    /** Cells of JSON are wanted as the texts that they are. */
    private static SourceFile plain(SourceFile file) {
        SourceFile.Origin origin = java.util.Objects.requireNonNull(file.origin());
        TableInfo table = origin.table();
        TableInfo texts = table.withColumns(table.columns().stream().map(column -> column.withJson(TableInfo.Json.NONE)).toList());
        SourceFile.Origin other = origin.with(texts);
        return new SourceFile(file.index(), file.path(), file.name(), file.bytes(), file.modifiedMillis(), other);
    }

    /**
     * Reads a table.
     *
     * @param form its columns; handed over again and again
     * @throws GodwitException TARGET_DIFFERS if it is not there; SOURCE_UNREADABLE for a cell that is no value of its type
     */
    void read(RowBatch form, Consumer<RowBatch> rows) {
        SourceFile file = files.get(form.table());
        if (file == null) {
            throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, form.table(), "the table is missing, though runs of Godwit have filled it");
        }
        KeyTable keys = new KeyTable();
        try (UnitSource source = connector.open(List.of(file.as(0, file.name())), keys, context); UnitParser parser = source.parser()) {
            Rows sink = new Rows(form, keys, rows);
            for (Unit unit = source.next(); unit != null; unit = source.next()) {
                parser.parse(unit, sink);
            }
            sink.flush();
        }
    }

    /** Collects rows into batches. */
    private static final class Rows implements DocumentSink {
        private final RowBatch form;
        private final TapeRow row;
        private final Consumer<RowBatch> rows;

        Rows(RowBatch form, KeyTable keys, Consumer<RowBatch> rows) {
            this.form = form;
            this.row = new TapeRow(form, keys);
            this.rows = rows;
        }

        @Override
        public boolean part(SourceFile file, boolean first, @Nullable String sha256) {
            return true;
        }

        @Override
        public void document(SourceFile file, JsonTape tape, long line) {
            String misfit = tape.faults() > 0 ? String.valueOf(tape.key(tape.faultNode(0))) : row.add(tape);
            if (!misfit.isEmpty()) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file.name(), "row " + line + ": column " + misfit + " does not hold what was written there");
            }
            if (form.rows() >= ROWS) {
                flush();
            }
        }

        void flush() {
            if (form.rows() > 0) {
                rows.accept(form);
                form.clear();
            }
        }

        @Override
        public void problem(SourceFile file, Problem problem) {
            throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file.name(), problem.reason());
        }

        @Override
        public void partEnd(SourceFile file, FileReport.Status status, String sha256, boolean last) {
            // Rows are handed over when there are enough of them.
        }
    }
}
