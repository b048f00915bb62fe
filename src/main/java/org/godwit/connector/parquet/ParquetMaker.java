package org.godwit.connector.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.spi.folder.FileForm;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.CellLimit;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** Collects rows in a database on the way, so that memory stays bounded, and copies each table into its file. */
final class ParquetMaker implements FileForm.FileMaker {
    private static final String MEMORY = "1GB";

    private final Path scratch;
    private final String target;
    private @Nullable Session session;
    private int tables;

    ParquetMaker(Path folder, String target) {
        this.scratch = folder.resolve(".rows.duckdb");
        this.target = target;
    }

    private Session session() {
        Session open = session;
        if (open == null) {
            open = Session.open(scratch);
            open.execute("SET memory_limit = '" + MEMORY + "'");
            session = open;
        }
        return open;
    }

    private GodwitException unwritable(GodwitException e) {
        return e.code() == ErrorCode.INTERNAL ? new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, target, e.arguments().getLast()) : e;
    }

    private void execute(String sql) {
        try {
            session().execute(sql);
        } catch (GodwitException e) {
            throw unwritable(e);
        }
    }

    @Override
    public FileForm.FileWriter writer(TargetTable table, Path file) {
        return new Writer(table, file, "t" + tables++);
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        if (open == null) {
            return;
        }
        open.close();
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, target, String.valueOf(e.getMessage()));
        }
    }

    private final class Writer implements FileForm.FileWriter {
        private final TargetTable table;
        private final Path file;
        private final String rows;
        private final RowBatch batch;
        private long written;
        private boolean finished;

        Writer(TargetTable table, Path file, String rows) {
            this.table = table;
            this.file = file;
            this.rows = rows;
            this.batch = new RowBatch(rows, table.names(), table.types());
            execute(Sql.createTable(rows, table.names(), table.types()));
        }

        @Override
        public void add(RowBatch given) {
            if (finished) {
                throw new IllegalStateException("the file of " + table.name() + " is complete");
            }
            for (int i = 0; i < table.types().size(); i++) {
                if (table.types().get(i).kind() == DataType.Kind.HUGEINT) {
                    check(given.column(i), table.names().get(i));
                }
            }
            if (given.rows() > 0) {
                batch.clear();
                for (int i = 0; i < table.types().size(); i++) {
                    copy(given.column(i), batch.column(i));
                }
                load();
                written += given.rows();
            }
        }

        private void load() {
            try {
                session().load(batch);
            } catch (GodwitException e) {
                throw unwritable(e);
            }
        }

        private static void copy(ColumnVector from, ColumnVector to) {
            for (int row = 0; row < from.size(); row++) {
                to.addFrom(from, row);
            }
        }

        private void check(ColumnVector column, String name) {
            for (int row = 0; row < column.size(); row++) {
                String fault = CellLimit.refusal(ParquetForm.WHOLE, column, row);
                if (fault != null) {
                    throw new GodwitException(ErrorCode.TARGET_REFUSED, target, table.name(), "row " + (written + row + 1) + ", column " + name, fault);
                }
            }
        }

        @Override
        public void finish() {
            if (finished) {
                return;
            }
            String columns = IntStream.range(0, table.names().size())
                    .mapToObj(i -> Sql.name(table.names().get(i)) + "::" + ParquetForm.stored(table.types().get(i)).sql() + " AS " + Sql.name(table.names().get(i)))
                    .collect(Collectors.joining(", "));
            execute("COPY (SELECT " + columns + " FROM " + rows + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
            execute("DROP TABLE " + rows);
            finished = true;
        }

        @Override
        public void close() {
            if (!finished && session != null) {
                execute("DROP TABLE IF EXISTS " + rows);
                finished = true;
            }
        }
    }
}
