package org.godwit.engine.deliver;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.shred.TargetLimits;

/**
 * The way back: documents with their nesting, put together from rows and rest. A path that ends in {@code .json} is one
 * file, with an array if there are several documents; {@code .ndjson} and {@code .jsonl} have a document on each line;
 * anything else is a folder with the files that the documents came from. Written beside and then put in place. One thread.
 */
final class DocumentOutlet implements Outlet {
    private static final String BESIDE = ".godwit-new";
    private static final String COUNTS = "(SELECT file, 1 AS n FROM " + SystemTables.DOCUMENTS + " UNION ALL SELECT file, end_doc - first_doc FROM "
            + SystemTables.PARTS + ")";

    private final Path path;
    private final Map<Path, Path> written = new LinkedHashMap<>();

    DocumentOutlet(Path path) {
        this.path = path;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public TargetLimits limits() {
        return TargetLimits.NONE;
    }

    @Override
    public void recall(Session hub) {
        // Each run writes all of its documents anew.
    }

    @Override
    public void recallAll(Session hub) {
        throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, "json");
    }

    @Override
    public List<Finding> deliver(Session hub, Added added, boolean readsBack) {
        String ending = path.toString().toLowerCase(Locale.ROOT);
        try {
            if (ending.endsWith(".ndjson") || ending.endsWith(".jsonl")) {
                lines(hub, path, "");
            } else if (ending.endsWith(".json")) {
                one(hub, path, "");
            } else {
                folder(hub);
            }
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, path, String.valueOf(e.getMessage()));
        }
        return List.of();
    }

    private void folder(Session hub) throws IOException {
        for (List<String> file : hub.texts("SELECT file, sum(n) FROM " + COUNTS + " GROUP BY file ORDER BY file")) {
            Path place = inside(file.get(0));
            if (file.get(1).equals("1") && !file.get(0).contains("#")) {
                one(hub, place, file.get(0));
            } else {
                lines(hub, place, file.get(0));
            }
        }
    }

    /** Names of files come from sources: none leads out of the folder. */
    private Path inside(String file) {
        String plain = file.endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
        Path place = path.resolve(plain.contains("#") ? plain.replace('#', '/') + ".ndjson" : plain).normalize();
        if (!place.startsWith(path)) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, path, "the document file " + file + " would lie outside of it");
        }
        return place;
    }

    private BufferedWriter open(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = place.resolveSibling(place.getFileName() + BESIDE);
        written.put(beside, place);
        return Files.newBufferedWriter(beside);
    }

    private void lines(Session hub, Path place, String file) throws IOException {
        try (BufferedWriter out = open(place)) {
            new Documents(hub).each(file, json -> append(out, json, "\n"));
        }
    }

    private void one(Session hub, Path place, String file) throws IOException {
        String where = file.isEmpty() ? "" : " WHERE file = " + Sql.literal(file);
        long count = hub.number("SELECT sum(n) FROM " + COUNTS + where);
        try (BufferedWriter out = open(place)) {
            if (count == 1) {
                new Documents(hub).each(file, json -> append(out, json, "\n"));
            } else {
                out.write("[");
                List<String> between = new ArrayList<>(List.of("\n"));
                new Documents(hub).each(file, json -> {
                    append(out, between.get(0) + json, "");
                    between.set(0, ",\n");
                });
                out.write("\n]\n");
            }
        }
    }

    private void append(BufferedWriter out, String json, String after) {
        try {
            out.write(json);
            out.write(after);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void commit() {
        try {
            for (Map.Entry<Path, Path> entry : written.entrySet()) {
                try (var channel = java.nio.channels.FileChannel.open(entry.getKey(), java.nio.file.StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            for (Map.Entry<Path, Path> entry : written.entrySet()) {
                Files.move(entry.getKey(), entry.getValue(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            written.clear();
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        for (Path beside : written.keySet()) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                beside.toFile().deleteOnExit();
            }
        }
    }
}
