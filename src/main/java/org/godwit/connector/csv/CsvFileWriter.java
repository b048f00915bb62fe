package org.godwit.connector.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.spi.folder.FileForm;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** Writes one CSV file as rows come. */
final class CsvFileWriter implements FileForm.FileWriter {
    private final String target;
    private final CsvWriter writer;
    private boolean finished;

    CsvFileWriter(TargetTable table, Path file, String target) {
        this.target = target;
        try {
            // Half a surrogate pair is an error, not a question mark.
            Writer out = new OutputStreamWriter(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT));
            // Nothing is written for null, a pair of quotes for the empty text.
            writer = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).lineDelimiter(LineDelimiter.LF).build(out);
            writer.writeRecord(table.names());
        } catch (IOException e) {
            throw unwritable(e);
        } catch (UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    private GodwitException unwritable(Exception e) {
        return new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, target, Objects.toString(e.getMessage()));
    }

    @Override
    public void add(RowBatch rows) {
        if (finished) {
            throw new IllegalStateException("the file is complete");
        }
        int width = rows.columns().size();
        @Nullable String[] fields = new String[width];
        try {
            for (int row = 0; row < rows.rows(); row++) {
                for (int i = 0; i < width; i++) {
                    fields[i] = rows.column(i).isNull(row) ? null : CsvValues.text(rows.column(i), row);
                }
                writer.writeRecord(fields);
            }
        } catch (UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void finish() {
        if (!finished) {
            finished = true;
            end();
        }
    }

    private void end() {
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        finish();
    }
}
