package org.godwit.connector.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableFiles;
import org.godwit.connector.spi.TableFiles.TableFile;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.folder.Contents;
import org.godwit.model.ByColumn;
import org.godwit.model.CsvOptions;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.NameGlob;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * CSV and TSV files, packed or not: each is a table of its name. Delimiter and header are told by content, if nobody
 * says otherwise, and every field is a text; columns that hold nothing but numbers or truth values, written as machines write them, are those.
 * A field with nothing in it is nothing; a quoted one is the empty text.
 */
public final class CsvConnector implements TableConnector {
    static final String TYPE = CsvOptions.TYPE;
    private static final List<String> SUFFIXES = List.of(".csv.gz", ".tsv.gz", ".csv", ".tsv");

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean recognises(byte[] first, String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(small::endsWith);
    }

    @Override
    public TableSource open(Place place, List<String> include, TaskContext context) {
        return open(place, include, CsvOptions.AS_FOUND, context);
    }

    @Override
    public TableSource open(Place place, List<String> include, CsvOptions options, TaskContext context) {
        NameGlob names = NameGlob.any(include);
        Map<String, CsvTable> tables = new LinkedHashMap<>();
        ByColumn<CsvOptions.Values> types = options.types() == null ? null : new ByColumn<>(options.types());
        TableFiles.Found found = TableFiles.list(place, SUFFIXES);
        List<FileReport> others = new ArrayList<>(found.others());
        for (TableFile file : found.tables()) {
            Contents.Table written = written(file.path());
            if (names.matches(written == null ? file.table() : written.name())) {
                try {
                    CsvTable table = CsvTable.of(file, written, options, types, context);
                    if (table.info().columns().isEmpty()) {
                        others.add(file.without(place, ""));
                    } else {
                        tables.put(table.info().name(), table);
                    }
                } catch (GodwitException e) {
                    others.add(file.unreadable(place, e));
                }
            }
        }
        if (tables.isEmpty() && others.stream().noneMatch(other -> other.status() == FileReport.Status.UNREADABLE)) {
            throw new GodwitException(ErrorCode.SOURCE_EMPTY, place.text());
        }
        return new Source(tables, others);
    }

    private static Contents.@Nullable Table written(Path file) {
        Path folder = file.getParent();
        Contents contents = folder == null ? null : Contents.beside(folder, TYPE);
        return contents == null ? null : contents.ofFile(String.valueOf(file.getFileName()));
    }

    /** No record: it is one key of maps among others, and what it holds may be much. */
    private static final class Source implements TableSource {
        private final Map<String, CsvTable> files;
        private final List<FileReport> others;

        Source(Map<String, CsvTable> files, List<FileReport> others) {
            this.files = files;
            this.others = List.copyOf(others);
        }

        @Override
        public List<FileReport> others() {
            return others;
        }

        @Override
        public List<TableInfo> tables() {
            List<TableInfo> tables = new ArrayList<>();
            files.values().forEach(table -> tables.add(table.info()));
            return tables;
        }

        @Override
        public Path file(TableInfo table) {
            return named(table).file().path();
        }

        private CsvTable named(TableInfo table) {
            CsvTable file = files.get(table.name());
            if (file == null) {
                throw new GodwitException(ErrorCode.SOURCE_CHANGED, table.name(), "there is no such file any more");
            }
            return file;
        }

        @Override
        public List<RowRange> ranges(TableInfo table, long rows) {
            return named(table).ranges(rows);
        }

        @Override
        public RowReader reader() {
            return new RowReader() {
                @Override
                public void read(TableInfo table, RowRange range, RowSink sink) {
                    named(table).read(table, range, sink);
                }

                @Override
                public void close() {
                    // Each read opens and closes the file.
                }
            };
        }

        @Override
        public void close() {
            // Nothing is open between reads.
        }
    }
}
