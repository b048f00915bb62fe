package org.godwit.engine.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What files are called since: each run notes which of them were moved, and a name that was left may stand for another file from then
 * on. Immutable.
 */
public final class FileNames {
    private final Map<String, Map<String, String>> filesByRun;
    private final Map<String, String> latest;
    private final Map<String, String> names = new HashMap<>();

    private FileNames(Map<String, Map<String, String>> filesByRun, Map<String, String> latest) {
        this.filesByRun = filesByRun;
        this.latest = latest;
        latest.forEach((name, file) -> names.put(file, name));
    }

    /**
     * Follows the files.
     *
     * @param runs their ids, in their order
     * @param moves by run, the names that files had by those that they have got
     */
    public static FileNames of(List<String> runs, Map<String, Map<String, String>> moves) {
        Map<String, Map<String, String>> filesByRun = new HashMap<>();
        // A file is called by its first name here, and by its first run as well where the name was another file's before.
        Map<String, String> files = Map.of();
        for (String run : runs) {
            Map<String, String> moved = moves.getOrDefault(run, Map.of());
            if (!moved.isEmpty()) {
                Map<String, String> before = files;
                Map<String, String> next = new HashMap<>(before);
                moved.values().forEach(name -> next.put(name, name + "\n" + run));
                moved.forEach((now, name) -> next.put(now, before.getOrDefault(name, name)));
                files = Map.copyOf(next);
            }
            filesByRun.put(run, files);
        }
        return new FileNames(filesByRun, files);
    }

    /** Returns whether every file is still called as it was. */
    public boolean areLasting() {
        return latest.isEmpty();
    }

    /** Returns what a file is called now that a run has read; null if the name has gone to another one since, and no other has come. */
    public @Nullable String now(String run, String file) {
        String first = filesByRun.getOrDefault(run, Map.of()).getOrDefault(file, file);
        String name = names.get(first);
        return name != null ? name : latest.containsKey(first) ? null : first;
    }
}
