package org.godwit.connector.spi.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.shred.CellLimit;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes a folder of files anew, beside the one that is there, and puts it in its place as a whole. Keys, references
 * and views are nothing that files have: they are checked before and left out here.
 */
public final class FolderSession implements TargetSession {
    private record Making(Contents.Table table, Path file, FileForm.FileWriter writer) {}

    private final FileForm form;
    private final TaskContext context;
    private final FolderSwap swap;
    private final FileForm.FileMaker maker;
    private final @Nullable Contents there;
    private final FileNames fileNames = new FileNames();
    private final Map<String, Making> making = new LinkedHashMap<>();
    private boolean finished;

    private FolderSession(FileForm form, TaskContext context, FolderSwap swap) {
        this.form = form;
        this.context = context;
        this.swap = swap;
        this.maker = form.maker(swap.fresh(), swap.target().toString());
        this.there = Contents.beside(swap.target(), form.type());
    }

    /**
     * Opens a folder, which need not exist.
     *
     * @throws GodwitException TARGET_UNWRITABLE, also if it holds what Godwit did not write; TARGET_LOCKED
     */
    public static TargetSession open(Place place, FileForm form, TaskContext context) {
        if (!(place instanceof Place.Files(Path path))) {
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, place.text());
        }
        return new FolderSession(form, context, FolderSwap.begin(path, form.type()));
    }

    private String target() {
        return swap.target().toString();
    }

    @Override
    public Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        if (there != null) {
            there.tables().forEach(table -> tables.put(table.name(), table.names()));
        }
        making.forEach((name, made) -> tables.put(name, made.table.names()));
        return tables;
    }

    @Override
    public Map<String, CellLimit> limits(TargetTable table) {
        return table.limits(form::limit);
    }

    @Override
    public void create(TargetTable table) {
        Making before = making.get(table.name());
        String name = before == null ? fileNames.of(table.name(), form.suffix()) : before.table.file();
        if (before != null) {
            before.writer.close();
            swap.remove(before.file);
        }
        Path file = swap.fresh().resolve(name);
        making.put(table.name(), new Making(new Contents.Table(table.name(), name, table.names(), table.types()), file, maker.writer(table, file)));
    }

    /** Forgets what was written; of what was there before the run nothing stays anyway. */
    @Override
    public void clear(String table) {
        Making made = making.get(table);
        if (made != null) {
            create(TargetTable.plain(table, made.table.names(), made.table.types()));
        }
    }

    @Override
    public long write(TargetTable table, Consumer<Consumer<RowBatch>> source) {
        if (!making.containsKey(table.name())) {
            create(table);
        }
        FileForm.FileWriter writer = making(table.name()).writer;
        long[] rows = new long[1];
        source.accept(batch -> {
            context.checkCancelled();
            writer.add(batch);
            rows[0] += batch.rows();
        });
        return rows[0];
    }

    private Making making(String table) {
        Making made = making.get(table);
        if (made == null) {
            throw new IllegalStateException("no table " + table);
        }
        return made;
    }

    /** Not possible: files are written once, when everything is known. */
    @Override
    public void update(TargetTable table, List<String> identity, RowBatch rows) {
        throw new GodwitException(ErrorCode.TARGET_REFUSED, target(), table.name(), "row 1", "rows of a file cannot get other values");
    }

    @Override
    public void scan(RowBatch wanted, @Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        Making made = making.get(wanted.table());
        if (made != null) {
            made.writer.finish();
            form.scan(made.file, made.table, wanted, atLeast, chunks);
            return;
        }
        Contents.Table stored = there == null ? null : there.named(wanted.table());
        if (stored == null) {
            throw new GodwitException(ErrorCode.TARGET_DIFFERS, target(), wanted.table(), "it is not there");
        }
        form.scan(swap.target().resolve(stored.file()), stored, wanted, atLeast, chunks);
    }

    @Override
    public void finish(List<TargetTable> made, List<Plan.View> views) {
        List<Contents.Table> tables = new ArrayList<>();
        for (Making table : making.values()) {
            context.checkCancelled();
            table.writer.finish();
            tables.add(table.table);
        }
        swap.complete(new Contents(form.type(), tables));
        finished = true;
    }

    @Override
    public void commit() {
        if (!finished) {
            finish(List.of(), List.of());
        }
        closeWriters();
        swap.commit();
    }

    private void closeWriters() {
        making.values().forEach(made -> made.writer.close());
        maker.close();
    }

    @Override
    public void close() {
        try (swap) {
            closeWriters();
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, target(), String.valueOf(e.getMessage()));
        }
    }
}
