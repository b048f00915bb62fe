package org.godwit.connector.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.godwit.connector.json.Block.Shape;
import org.godwit.connector.json.Block.Stop;
import org.godwit.connector.spi.IoReasons;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.FileReport.Status;
import org.godwit.model.Problem;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.KeyTable;
import org.godwit.shred.TapeReader;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Cuts files into units: small ones are put together by name only, big ones are read here, one part at a time. */
final class JsonUnitSource implements UnitSource {
    private final List<SourceFile> files;
    private final KeyTable keys;
    private final TaskContext context;
    private final JsonLimits limits;
    private final UnitSizes sizes;
    private final Lines lines;
    private int nextFile;
    private long sequence;
    private @Nullable BlockReader current;

    JsonUnitSource(List<SourceFile> files, KeyTable keys, TaskContext context, JsonLimits limits, UnitSizes sizes) {
        this.files = List.copyOf(files);
        this.keys = keys;
        this.context = context;
        this.limits = limits;
        this.sizes = sizes;
        this.lines = new Lines(new TapeReader(new KeyTable(), limits));
    }

    @Override
    public synchronized @Nullable Unit next() {
        context.checkCancelled();
        BlockReader reader = current;
        if (reader != null) {
            return part(reader);
        }
        List<SourceFile> small = new ArrayList<>();
        long bytes = 0;
        while (nextFile < files.size() && bytes < sizes.unit() && !isBig(files.get(nextFile))) {
            SourceFile file = files.get(nextFile++);
            small.add(file);
            bytes += file.bytes();
        }
        if (!small.isEmpty()) {
            return new JsonUnit.Files(sequence++, bytes, List.copyOf(small));
        }
        return nextFile == files.size() ? null : big(files.get(nextFile++));
    }

    private boolean isBig(SourceFile file) {
        boolean packed = file.name().toLowerCase(Locale.ROOT).endsWith(".gz");
        return file.bytes() > (packed ? sizes.wholeGzip() : sizes.whole());
    }

    private Unit big(SourceFile file) {
        try {
            return part(new BlockReader(file, BlockReader.stored(file), limits, sizes, lines));
        } catch (IOException e) {
            return new JsonUnit.Part(sequence++, unreadable(file, e));
        }
    }

    static Block unreadable(SourceFile file, IOException e) {
        Stop stop = new Stop(Status.UNREADABLE, new Problem(file.name(), 0, 0, -1, IoReasons.of(e), ""));
        return new Block(file, new byte[0], 0, 0, 0, 1, Shape.WHOLE, true, true, null, stop, file.bytes());
    }

    private Unit part(BlockReader reader) {
        current = reader;
        Block block = reader.next();
        if (block == null) {
            throw new IllegalStateException("a file without a last part");
        }
        if (block.last()) {
            close();
        }
        return new JsonUnit.Part(sequence++, block);
    }

    @Override
    public UnitParser parser() {
        return new JsonUnitParser(new TapeReader(keys, limits), limits, sizes);
    }

    @Override
    public synchronized void close() {
        BlockReader reader = current;
        current = null;
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException ignored) {
                // Only read from: nothing is lost if it cannot be closed.
            }
        }
    }
}
