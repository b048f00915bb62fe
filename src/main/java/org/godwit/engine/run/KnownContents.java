package org.godwit.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.connector.spi.SourceFile;
import org.godwit.task.ContentHash;

/**
 * Files of documents that earlier runs have loaded as a whole, by their SHA-256. A file of another name with the same content is the
 * same one if that is gone or has become another; otherwise it is a copy, which is a file like any other. Filled by one thread; then
 * any number may ask.
 */
final class KnownContents {
    private final Map<String, List<String>> namesBySha = new HashMap<>();
    private final Map<String, SourceFile> now = new HashMap<>();
    private final boolean copiesAreKnown;
    private final Set<String> moved = new HashSet<>();
    private final Map<String, String> shaByName = new HashMap<>();

    /**
     * @param files of this run
     * @param copiesAreKnown whether a copy of what was loaded is left out
     */
    KnownContents(List<SourceFile> files, boolean copiesAreKnown) {
        files.forEach(file -> now.put(file.name(), file));
        this.copiesAreKnown = copiesAreKnown;
    }

    /** @param name under which it was loaded */
    void add(String sha256, String name) {
        namesBySha.computeIfAbsent(sha256, _ -> new ArrayList<>(1)).add(name);
    }

    /** Returns whether a file with this content was loaded. Each file is asked for once. */
    boolean has(String name, String sha256) {
        List<String> names = namesBySha.get(sha256);
        if (names == null) {
            return false;
        }
        return copiesAreKnown || names.contains(name) || hasMoved(names, sha256);
    }

    private boolean hasMoved(List<String> names, String sha256) {
        synchronized (moved) {
            for (String before : names) {
                if (!moved.contains(before) && !isThere(before, sha256)) {
                    moved.add(before);
                    return true;
                }
            }
            return false;
        }
    }

    private boolean isThere(String name, String sha256) {
        return sha256.equals(shaByName.computeIfAbsent(name, this::sha256));
    }

    private String sha256(String name) {
        SourceFile file = now.get(name);
        Path path = file == null ? null : file.content();
        try {
            return path == null ? "" : ContentHash.of(path);
        } catch (IOException e) {
            return "";
        }
    }
}
