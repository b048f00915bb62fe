package org.godwit.engine.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.godwit.shred.DocumentHash;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs have loaded: whole files by their content, whatever their name is now, and for files that have
 * changed since, their documents by hash and number: two that are the same are two. Thread-safe.
 */
final class KnownDocuments {
    private final Set<String> contents;
    private final Map<String, KnownHashes> documentsByFile;
    private final Set<Integer> duplicates;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /**
     * @param contents sha256 of files whose documents are all in the target
     * @param documentsByFile document hashes by file name
     * @param duplicates files of this run, by place, that are left out because an earlier one has the same content
     */
    KnownDocuments(Set<String> contents, Map<String, KnownHashes> documentsByFile, Set<Integer> duplicates) {
        this.contents = Set.copyOf(contents);
        this.documentsByFile = new HashMap<>(documentsByFile);
        this.duplicates = Set.copyOf(duplicates);
    }

    boolean hasContent(String sha256) {
        return contents.contains(sha256);
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
