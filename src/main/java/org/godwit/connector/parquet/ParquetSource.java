package org.godwit.connector.parquet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.DuckRows;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableFiles;
import org.godwit.connector.spi.TableFiles.TableFile;
import org.godwit.connector.spi.TableSource;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;

/**
 * Parquet files, read by a DuckDB in memory that can reach these files and nothing else. Ranges count rows from 0.
 * Thread-safe.
 */
final class ParquetSource implements TableSource {
    private static final String ROW = "file_row_number";

    private final ReadOnlyFile engine;
    private final Map<String, TableFile> files = new LinkedHashMap<>();
    private final List<TableInfo> tables = new ArrayList<>();
    private final List<FileReport> others = new ArrayList<>();

    private ParquetSource(ReadOnlyFile engine) {
        this.engine = engine;
    }

    static ParquetSource open(Place place, TableFiles.Found found, TaskContext context) {
        List<TableFile> files = found.tables();
        ReadOnlyFile engine = ReadOnlyFile.around(files.stream().map(TableFile::path).toList());
        boolean ours = false;
        try (Session session = engine.session()) {
            ParquetSource source = new ParquetSource(engine);
            source.others.addAll(found.others());
            for (TableFile file : files) {
                context.checkCancelled();
                try {
                    source.add(session, file);
                } catch (GodwitException e) {
                    source.others.add(file.unreadable(place, e));
                }
            }
            ours = true;
            return source;
        } finally {
            if (!ours) {
                engine.close();
            }
        }
    }

    private void add(Session session, TableFile file) {
        try {
            long rows = session.number("SELECT num_rows FROM parquet_file_metadata(" + literal(file) + ")");
            List<TableInfo.Column> columns = session.texts("DESCRIBE SELECT * FROM " + reading(file, "")).stream()
                    .map(column -> DuckRows.column(column.get(0), column.get(1), true))
                    .toList();
            files.put(file.table(), file);
            tables.add(TableInfo.plain(file.table(), columns, rows, file.bytes()));
        } catch (GodwitException e) {
            throw unreadable(file, e);
        }
    }

    private static String reading(TableFile file, String options) {
        return "read_parquet(" + literal(file) + ", hive_partitioning = false" + options + ")";
    }

    private static String literal(TableFile file) {
        return Sql.literal(Sql.pattern(file.path()));
    }

    private static GodwitException unreadable(TableFile file, GodwitException e) {
        return e.code() == ErrorCode.INTERNAL ? new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file.path(), e.arguments().getLast()) : e;
    }

    @Override
    public Path file(TableInfo table) {
        return named(table).path();
    }

    private TableFile named(TableInfo table) {
        TableFile file = files.get(table.name());
        if (file == null) {
            throw new GodwitException(ErrorCode.SOURCE_CHANGED, table.name(), "there is no such file any more");
        }
        return file;
    }

    // Unless the file has a column of this name: then it is read as a whole.
    private static boolean numbered(TableInfo table) {
        return table.columns().stream().noneMatch(column -> column.name().equalsIgnoreCase(ROW));
    }

    @Override
    public List<TableInfo> tables() {
        return List.copyOf(tables);
    }

    @Override
    public List<FileReport> others() {
        return List.copyOf(others);
    }

    @Override
    public List<RowRange> ranges(TableInfo table, long rows) {
        List<RowRange> ranges = new ArrayList<>();
        long step = numbered(table) ? Math.max(1, rows) : Math.max(1, table.rows());
        for (long from = 0; from < table.rows(); from += step) {
            ranges.add(new RowRange(from, Math.min(table.rows(), from + step)));
        }
        return ranges;
    }

    @Override
    public RowReader reader() {
        Session session = engine.session();
        return new RowReader() {
            @Override
            public void read(TableInfo table, RowRange range, RowSink sink) {
                TableFile file = named(table);
                String number = numbered(table) ? ROW + " + 1" : "row_number() OVER ()";
                String from = numbered(table) ? "FROM " + reading(file, ", " + ROW + " = true") + " WHERE " + ROW + " >= " + range.from() + " AND " + ROW + " < " + range.to()
                        : "FROM " + reading(file, "");
                try {
                    new DuckRows(table.columns(), number).read(session, from, sink);
                } catch (GodwitException e) {
                    throw unreadable(file, e);
                }
                file.checkUnchanged();
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    @Override
    public void close() {
        engine.close();
    }
}
