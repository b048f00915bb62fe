package org.godwit.engine.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.godwit.connector.spi.SourceFile;
import org.godwit.task.ContentHash;
import org.godwit.task.TaskContext;

/** Finds files whose content an earlier file of the same run has. */
final class Duplicates {
    private Duplicates() {}

    /** Returns the places of the later files; files that cannot be read are none, and tables of databases are no files. */
    static Set<Integer> of(List<SourceFile> files, TaskContext context) {
        Map<Long, Integer> sizes = new HashMap<>();
        List<SourceFile> whole = files.stream().filter(file -> file.content() != null).toList();
        whole.forEach(f -> sizes.merge(f.bytes(), 1, Integer::sum));
        Set<String> contents = new HashSet<>();
        Set<Integer> later = new HashSet<>();
        for (SourceFile file : whole) {
            context.checkCancelled();
            if (sizes.getOrDefault(file.bytes(), 0) > 1 && !contents.add(hash(file))) {
                later.add(file.index());
            }
        }
        return later;
    }

    private static String hash(SourceFile file) {
        try {
            return ContentHash.of(Objects.requireNonNull(file.content()));
        } catch (IOException e) {
            return file.name();
        }
    }
}
