package org.godwit.connector.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.TableFiles.TableFile;
import org.godwit.connector.spi.folder.Contents;
import org.godwit.model.ByColumn;
import org.godwit.model.CsvOptions;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** One file, scanned. Ranges count rows from 0. Thread-safe. */
record CsvTable(TableFile file, CsvText text, Dialect dialect, CsvScan scan, TableInfo info) {
    /**
     * @param noted what Godwit noted when it wrote a file of this name; null if it did not
     * @param options what a person says of a file that Godwit did not write
     * @param said what a plan says that columns hold; null for what the content tells
     */
    static CsvTable of(
            TableFile file, Contents.@Nullable Table noted, CsvOptions options, @Nullable ByColumn<CsvOptions.Values> said, TaskContext context) {
        try {
            CsvText text = CsvText.of(file.path());
            Contents.Table written = noted != null && isHeader(text, noted.names()) ? noted : null;
            if (written != null && !isAsWritten(options)) {
                throw new GodwitException(ErrorCode.SOURCE_OPTIONS, file.path(), "as Godwit wrote it, with commas and a header");
            }
            Dialect dialect = written == null ? told(file, text, options) : new Dialect(',', true, written.names());
            CsvScan scan = CsvScan.of(text, dialect, context);
            String name = written == null ? file.table() : written.name();
            List<TableInfo.Column> columns = new ArrayList<>();
            for (int i = 0; i < dialect.names().size(); i++) {
                DataType found = scan.type(i);
                DataType type = written != null ? written.types().get(i) : said == null || found == null ? found : said(said.of(name, dialect.names().get(i)), found);
                boolean json = written != null && type != null && type.kind() == DataType.Kind.JSON;
                columns.add(new TableInfo.Column(dialect.names().get(i), "", type, true, json ? TableInfo.Json.ANY : TableInfo.Json.NONE));
            }
            // What Godwit noted of its columns nobody has to say.
            CsvOptions reading = new CsvOptions(dialect.delimiter(), dialect.header(), written == null ? null : Map.of());
            TableInfo info = TableInfo.plain(name, columns, scan.rows(), file.bytes()).read(reading);
            return new CsvTable(file, text, dialect, scan, info);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Returns how a column is read that holds what somebody said before: texts, if nobody did. */
    private static DataType said(CsvOptions.@Nullable Values values, DataType found) {
        if (values == null) {
            return DataType.VARCHAR;
        }
        if (values == CsvOptions.Values.BOOLEAN) {
            return DataType.BOOLEAN;
        }
        return List.of(DataType.BIGINT, DataType.HUGEINT).contains(found) ? found : DataType.DOUBLE;
    }

    private static boolean isAsWritten(CsvOptions options) {
        boolean commas = options.delimiter() == null || options.delimiter() == ',';
        return commas && !Boolean.FALSE.equals(options.header());
    }

    // Somebody may have written the file again since.
    private static boolean isHeader(CsvText text, List<String> names) throws IOException {
        try (InputStream in = text.open(text.mark())) {
            CsvParser parser = new CsvParser(in, ',', text.mark(), 1);
            boolean same = parser.next() && parser.fault().isEmpty() && parser.count() == names.size();
            for (int i = 0; same && i < names.size(); i++) {
                same = parser.text(i).equals(names.get(i));
            }
            return same;
        }
    }

    private static Dialect told(TableFile file, CsvText text, CsvOptions options) throws IOException {
        String name = String.valueOf(file.path().getFileName()).toLowerCase(Locale.ROOT);
        try (InputStream in = text.open(text.mark())) {
            return Dialect.of(in, name.contains(".tsv") ? '\t' : ',', options);
        }
    }

    static GodwitException unreadable(TableFile file, IOException e) {
        String reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file.path(), reason);
    }

    List<RowRange> ranges(long rows) {
        long step = text.isSeekable() ? Math.max(CsvScan.STEP, rows / CsvScan.STEP * CsvScan.STEP) : Long.MAX_VALUE;
        List<RowRange> ranges = new ArrayList<>();
        for (long from = 0; from < scan.rows(); from += Math.min(step, scan.rows())) {
            ranges.add(new RowRange(from, step == Long.MAX_VALUE ? scan.rows() : Math.min(scan.rows(), from + step)));
        }
        return ranges;
    }

    void read(TableInfo table, RowRange range, RowSink sink) {
        boolean inside = text.isSeekable() && range.from() > 0;
        long offset = inside ? scan.offset(range.from()) : text.mark();
        try (InputStream in = text.open(offset)) {
            CsvParser parser = new CsvParser(in, dialect.delimiter(), offset, inside ? scan.line(range.from()) : 1);
            if (!inside && dialect.header()) {
                CsvReader.skipHeader(parser);
            }
            CsvReader reader = new CsvReader(table, parser, sink);
            for (long row = inside ? range.from() : 0; row < range.to() && CsvReader.nextRow(parser, table.columns().size()); row++) {
                if (row >= range.from()) {
                    reader.row(row + 1);
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        file.checkUnchanged();
    }
}
