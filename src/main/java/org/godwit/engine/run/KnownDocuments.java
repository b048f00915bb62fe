package org.godwit.engine.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.Finding;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs have loaded: whole files by their content, also if they have another name now, and for files that have
 * changed since, their documents by hash and number: two that are the same are two. Thread-safe.
 */
final class KnownDocuments {
    private final KnownContents contents;
    private final Map<String, KnownHashes> documentsByFile;
    private final Set<Integer> duplicates;
    private final FileContents held;
    private final MovedFiles moved;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /**
     * @param contents files of documents that were loaded as a whole
     * @param documentsByFile document hashes by file name
     * @param duplicates files of this run, by place, that are left out because an earlier one has the same content
     * @param held what files hold
     * @param moved files that have another name now; {@code documentsByFile} goes by that already
     */
    KnownDocuments(KnownContents contents, Map<String, KnownHashes> documentsByFile, Set<Integer> duplicates, FileContents held, MovedFiles moved) {
        this.contents = contents;
        this.documentsByFile = new HashMap<>(documentsByFile);
        this.duplicates = Set.copyOf(duplicates);
        this.held = held;
        this.moved = moved;
    }

    /** Takes note of what was read: for the thread that loads. */
    void read(StagedUnit unit) {
        held.read(unit);
    }

    /** Returns the records of what files hold. */
    RowBatch files(String run, List<SourceFile> files) {
        return held.records(run, files, moved.names());
    }

    /**
     * Returns whether all documents of a file are in the target.
     *
     * @param sha256 null while it is unknown
     */
    boolean hasAll(SourceFile file, @Nullable String sha256) {
        return moved.whole().contains(file.index()) || (sha256 != null && contents.has(file.name(), sha256));
    }

    /** Returns what a person should know of files that have moved. */
    List<Finding> findings() {
        return moved.findings();
    }

    boolean isDuplicate(int file) {
        return duplicates.contains(file);
    }

    /**
     * Returns a test for documents of a file that was loaded before with other content, or null. Each document is asked for once, since
     * a known one counts as found.
     */
    @Nullable Predicate<DocumentHash> documentsOf(String file) {
        KnownHashes hashes = documentsByFile.get(file);
        if (hashes == null) {
            return null;
        }
        asked.add(file);
        return hashes::take;
    }

    /** Returns, once all sources were read, how many documents of files that are there no longer are, by file. */
    SortedMap<String, Long> gone() {
        SortedMap<String, Long> gone = new TreeMap<>();
        asked.forEach(file -> {
            KnownHashes hashes = documentsByFile.get(file);
            if (hashes != null && hashes.left() > 0) {
                gone.put(file, hashes.left());
            }
        });
        return gone;
    }
}
