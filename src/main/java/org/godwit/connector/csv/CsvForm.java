package org.godwit.connector.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.spi.folder.Contents;
import org.godwit.connector.spi.folder.FileForm;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** Writes CSV and reads back what it wrote, by the types that it noted. */
final class CsvForm implements FileForm {
    private static final int CHUNK = 2_048;

    @Override
    public String type() {
        return CsvConnector.TYPE;
    }

    @Override
    public String suffix() {
        return ".csv";
    }

    @Override
    public FileMaker maker(Path folder, String target) {
        return new FileMaker() {
            @Override
            public FileWriter writer(TargetTable table, Path file) {
                return new CsvFileWriter(table, file, target);
            }

            @Override
            public void close() {
                // Nothing but the files was needed.
            }
        };
    }

    @Override
    public void scan(Path file, Contents.Table stored, RowBatch form, TargetSession.@Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        List<Integer> fields = form.names().stream().map(name -> field(file, stored, name)).toList();
        int bound = atLeast == null ? -1 : field(file, stored, atLeast.column());
        try (InputStream in = new CsvText(file, false, null, 0).open(0)) {
            CsvParser parser = new CsvParser(in, ',', 0, 1);
            CsvReader.skipHeader(parser);
            form.clear();
            while (CsvReader.nextRow(parser, stored.names().size())) {
                if (!parser.fault().isEmpty() || parser.count() != stored.names().size()) {
                    throw differs(file, stored, "line " + parser.line() + " is not as it was written");
                }
                if (atLeast == null || (!parser.isEmpty(bound) && Long.parseLong(parser.text(bound)) >= atLeast.value())) {
                    add(parser, fields, form, file, stored);
                }
                if (form.rows() == CHUNK) {
                    chunks.accept(form);
                    form.clear();
                }
            }
            if (form.rows() > 0) {
                chunks.accept(form);
            }
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNREADABLE, file, Objects.toString(e.getMessage()));
        }
    }

    private static int field(Path file, Contents.Table stored, String column) {
        int field = stored.names().indexOf(column);
        if (field < 0) {
            throw differs(file, stored, "it has no column " + column);
        }
        return field;
    }

    private static GodwitException differs(Path file, Contents.Table stored, String how) {
        return new GodwitException(ErrorCode.TARGET_DIFFERS, file, stored.name(), how);
    }

    private static void add(CsvParser parser, List<Integer> fields, RowBatch form, Path file, Contents.Table stored) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            int field = fields.get(i);
            if (parser.isEmpty(field) && !parser.isQuoted(field)) {
                form.column(i).addNull();
            } else if (!CsvValues.read(parser.text(field), form.column(i))) {
                wrong.add(form.names().get(i));
            }
        }
        if (!wrong.isEmpty()) {
            throw differs(file, stored, "line " + parser.line() + ", columns " + wrong + ": the values are not of their type");
        }
    }
}
