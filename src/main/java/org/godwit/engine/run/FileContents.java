package org.godwit.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.godwit.connector.spi.SourceFile;
import org.godwit.duck.Session;
import org.godwit.engine.target.FileNames;
import org.godwit.engine.target.SystemTables;
import org.godwit.shred.RowBatch;
import org.godwit.task.ContentHash;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * What files held when earlier runs read them, and what they hold in this one. A run records it for tables and for files of
 * several documents: what is in them is told from what earlier runs have loaded by the file's name, and a file may get another
 * name. One thread.
 */
final class FileContents {
    /** Nobody adds to a file of one document: what it holds, the document's own record says. */
    private static final List<String> ONE_DOCUMENT = List.of(".json", ".json.gz");

    private final TaskContext context;
    private final Map<String, Content> latest = new HashMap<>();
    private final Map<Integer, String> read = new HashMap<>();
    private final FileNames names;

    /** What a file held. */
    record Content(long bytes, String sha256) {}

    /**
     * Reads what is recorded.
     *
     * @param session of the database with the records
     * @param runs their ids, in their order
     * @param elsewhere files of other places are not of interest
     */
    FileContents(Session session, List<String> runs, OtherPlaces elsewhere, TaskContext context) {
        this.context = context;
        Map<String, List<List<String>>> byRun = session.texts("SELECT run, file, bytes, sha256, coalesce(moved_from, '') FROM " + SystemTables.FILES).stream()
                .filter(row -> !elsewhere.had(row.get(0), row.get(1)))
                .collect(Collectors.groupingBy(row -> row.get(0)));
        Map<String, Map<String, String>> moves = new HashMap<>();
        for (String run : runs) {
            for (List<String> row : byRun.getOrDefault(run, List.of())) {
                latest.put(row.get(1), new Content(Long.parseLong(row.get(2)), row.get(3)));
                if (!row.get(4).isEmpty()) {
                    moves.computeIfAbsent(run, _ -> new HashMap<>()).put(row.get(1), row.get(4));
                }
            }
        }
        names = FileNames.of(runs, moves);
    }

    /** Returns what the files of earlier runs are called since. */
    FileNames names() {
        return names;
    }

    /** Returns what a name stood for when it was last recorded, or null. */
    @Nullable Content latest(String name) {
        return latest.get(name);
    }

    /**
     * Returns the SHA-256 of what a file begins with.
     *
     * @param lengths in bytes; those that are longer than the file have none
     */
    Map<Long, String> beginnings(SourceFile file, SortedSet<Long> lengths) {
        Path path = file.content();
        SortedSet<Long> wanted = lengths.headSet(file.bytes() + 1);
        if (path == null || wanted.isEmpty()) {
            return Map.of();
        }
        try {
            Map<Long, String> found = ContentHash.ofBeginnings(path, wanted, context);
            String whole = found.get(file.bytes());
            if (whole != null && !file.table().isEmpty()) {
                read.put(file.index(), whole);
            }
            return found;
        } catch (IOException e) {
            // Who reads it for its documents will say why it cannot be read.
            return Map.of();
        }
    }

    /** Takes note of what the parser of a file of documents says of its content. */
    void read(StagedUnit unit) {
        unit.passed().forEach((file, documents) -> {
            boolean grows = documents > 1 || ONE_DOCUMENT.stream().noneMatch(unit.fileName(file).toLowerCase(Locale.ROOT)::endsWith);
            String sha256 = grows ? unit.sha256(file) : null;
            if (sha256 != null) {
                read.put(file, sha256);
            }
        });
        // Known at the end only: it was read in several parts.
        read.putAll(unit.endedHashes());
    }

    /**
     * Returns the records of a run: of files that did not hold the same when they were last recorded.
     *
     * @param before the names that files had when they were, by those they have
     */
    RowBatch records(String run, List<SourceFile> files, Map<String, String> before) {
        RowBatch batch = SystemTables.files();
        for (SourceFile file : files) {
            String sha256 = sha256(file);
            if (sha256 != null && !new Content(file.bytes(), sha256).equals(latest.get(file.name()))) {
                batch.column(0).addObject(run);
                batch.column(1).addObject(file.name());
                batch.column(2).addLong(file.bytes());
                batch.column(3).addObject(sha256);
                batch.column(4).addTextIfAny(before.get(file.name()));
            }
        }
        return batch;
    }

    private @Nullable String sha256(SourceFile file) {
        Path path = file.content();
        String known = read.get(file.index());
        if (known != null || file.table().isEmpty() || path == null) {
            return known;
        }
        context.checkCancelled();
        try {
            // A file that somebody writes meanwhile would be recorded as something else than was read.
            String sha256 = ContentHash.of(path);
            return Files.size(path) == file.bytes() ? sha256 : null;
        } catch (IOException e) {
            return null;
        }
    }
}
