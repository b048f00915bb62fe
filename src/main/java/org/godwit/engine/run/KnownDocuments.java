package org.godwit.engine.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.godwit.shred.DocumentHash;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs have loaded: whole files by their content, whatever their name is now, and for files that have
 * changed since, their documents by hash. Immutable and thread-safe.
 */
final class KnownDocuments {
    private final Set<String> contents;
    private final Map<String, KnownHashes> documentsByFile;
    private final Set<Integer> duplicates;

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

    /** Returns a test for documents of a file that was loaded before with other content, or null. */
    @Nullable Predicate<DocumentHash> documentsOf(String file) {
        KnownHashes hashes = documentsByFile.get(file);
        return hashes == null ? null : hashes::has;
    }
}
