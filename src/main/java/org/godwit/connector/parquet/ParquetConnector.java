package org.godwit.connector.parquet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableFiles;
import org.godwit.connector.spi.TableFiles.TableFile;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.folder.Contents;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.NameGlob;
import org.godwit.task.TaskContext;

/** Parquet files: each is a table of its name. */
public final class ParquetConnector implements TableConnector {
    static final String TYPE = "parquet";
    static final String SUFFIX = ".parquet";
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean recognises(byte[] first, String name) {
        // Of a folder's files only the names are known.
        return first.length == 0 ? name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)
                : first.length >= MAGIC.length && Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    public TableSource open(Place place, List<String> include, TaskContext context) {
        NameGlob names = NameGlob.any(include);
        TableFiles.Found found = TableFiles.list(place, List.of(SUFFIX));
        List<TableFile> files = found.tables().stream().map(ParquetConnector::named).filter(file -> names.matches(file.table())).toList();
        if (files.isEmpty()) {
            throw new GodwitException(ErrorCode.SOURCE_EMPTY, place.text());
        }
        return ParquetSource.open(place, new TableFiles.Found(files, found.others()), context);
    }

    // What Godwit wrote has a note beside it of the names that files cannot have.
    private static TableFile named(TableFile file) {
        Path folder = file.path().getParent();
        Contents contents = folder == null ? null : Contents.beside(folder, TYPE);
        Contents.Table written = contents == null ? null : contents.ofFile(String.valueOf(file.path().getFileName()));
        return written == null ? file : new TableFile(written.name(), file.path(), file.bytes(), file.modifiedMillis());
    }
}
