package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names datasets after what their files' names have in common, or else after their members. */
final class DatasetNames {
    private static final int MAX_LENGTH = 40;
    private static final Set<String> TELLS_NOTHING =
            Set.of("id", "name", "type", "timestamp", "date", "time", "status", "version", "error", "success", "created_at", "updated_at");

    private final Set<String> used = new HashSet<>();

    /** @param taken names that are in use, in lower case */
    DatasetNames(Set<String> taken) {
        used.addAll(taken);
    }

    /** Returns a name for each group; those with most documents have the first choice. */
    Map<Group, String> of(List<Group> groups) {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort(Clusters.ORDER);
        Map<Group, String> names = new HashMap<>();
        for (Group group : sorted) {
            names.put(group, free(group, base(group), names.keySet()));
        }
        return names;
    }

    private static String base(Group group) {
        String words = SafeNames.words(String.join("_", group.files.words()));
        if (words.length() < 3) {
            words = String.join("_", keys(group).stream().limit(2).toList());
        }
        String otherwise = group.leader().isObject() ? "documents" : "items";
        return SafeNames.fit(words, "_data", otherwise, MAX_LENGTH);
    }

    /** Members that all documents have, containers first, without those that every document in the world has. */
    private static List<String> keys(Group group) {
        return group.root.childList().stream()
                .filter(child -> child.occurrences() == group.documents)
                .sorted(Comparator.comparing((Node child) -> Shapes.kinds(child) == Shapes.SCALAR)
                        .thenComparingDouble(child -> (double) child.positions / child.occurrences())
                        .thenComparing(child -> child.name))
                .map(child -> SafeNames.words(child.name))
                .filter(word -> !word.isEmpty() && !TELLS_NOTHING.contains(word))
                .toList();
    }

    private String free(Group group, String base, Set<Group> named) {
        if (used.add(base)) {
            return base;
        }
        Set<String> elsewhere = new HashSet<>();
        named.forEach(other -> elsewhere.addAll(keys(other)));
        for (String key : keys(group)) {
            String name = SafeNames.shorten(base + "_" + key, MAX_LENGTH + 10);
            if (!elsewhere.contains(key) && used.add(name)) {
                return name;
            }
        }
        int number = 2;
        while (!used.add(base + "_" + number)) {
            number++;
        }
        return base + "_" + number;
    }
}
