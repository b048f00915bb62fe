package org.godwit.connector.json;

import java.nio.file.Path;
import java.util.List;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.UnitSource;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.KeyTable;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * JSON files: one document each, or one on each line. What a file is is told by its content; names matter only when
 * a folder is listed ({@code *.json}, {@code *.jsonl}, {@code *.ndjson}, and {@code .gz} of each, in any case).
 */
public final class JsonConnector implements DocumentConnector {
    private final JsonLimits limits;
    private final @Nullable UnitSizes sizes;

    public JsonConnector() {
        this(JsonLimits.forHeap(Runtime.getRuntime().maxMemory()), null);
    }

    JsonConnector(JsonLimits limits, @Nullable UnitSizes sizes) {
        this.limits = limits;
        this.sizes = sizes;
    }

    @Override
    public String type() {
        return "json";
    }

    @Override
    public boolean recognises(String name) {
        return FileLister.isDocument(name);
    }

    @Override
    public Listing list(Path location, List<String> include, TaskContext context) {
        return new FileLister(include, context).list(location);
    }

    @Override
    public UnitSource open(List<SourceFile> files, KeyTable keys, TaskContext context) {
        UnitSizes fitted = sizes == null ? UnitSizes.of(files.stream().mapToLong(SourceFile::bytes).sum()) : sizes;
        return new JsonUnitSource(files, keys, context, limits, fitted);
    }
}
