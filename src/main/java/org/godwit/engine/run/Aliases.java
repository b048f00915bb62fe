package org.godwit.engine.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.model.Plan;

/**
 * Finds files that earlier runs knew by another name: where a plan has several sources, theirs stand before the names of their files,
 * and a source may have been added or taken away since. Pure.
 */
final class Aliases {
    private Aliases() {}

    /** A file that a run has read, by the name that it had then. */
    record Seen(String file, String run) {}

    /** Returns whether files can have had other names at all. */
    static boolean arePossible(List<Plan> earlier, Plan plan) {
        return !prefixes(plan).isEmpty() || earlier.stream().anyMatch(was -> !prefixes(was).isEmpty());
    }

    /**
     * Returns all names that files had before, by the names that they have now. What could be several files is none of them: one run
     * has read both, or this one does.
     *
     * @param earlier the plans of the runs
     * @param now names of this run
     */
    static Map<String, Set<String>> of(Collection<Seen> seen, List<Plan> earlier, Collection<String> now, Plan plan) {
        Set<String> before = new HashSet<>();
        earlier.forEach(was -> before.addAll(prefixes(was)));
        Map<String, List<Seen>> seenByPlain = seen.stream().distinct().collect(Collectors.groupingBy(one -> plain(one.file(), before)));
        Set<String> prefixes = prefixes(plan);
        Map<String, List<String>> nowByPlain = now.stream().collect(Collectors.groupingBy(name -> plain(name, prefixes)));
        Map<String, Set<String>> aliases = new HashMap<>();
        nowByPlain.forEach((plain, names) -> {
            List<Seen> known = seenByPlain.getOrDefault(plain, List.of());
            boolean oneFile = known.stream().map(Seen::run).distinct().count() == known.size();
            if (names.size() == 1 && oneFile) {
                aliases.put(names.getFirst(), known.stream().map(Seen::file).collect(Collectors.toSet()));
            }
        });
        return aliases;
    }

    private static Set<String> prefixes(Plan plan) {
        return plan.sources().stream().map(plan::prefix).filter(prefix -> !prefix.isEmpty()).collect(Collectors.toSet());
    }

    private static String plain(String name, Set<String> prefixes) {
        int slash = name.indexOf('/');
        return slash >= 0 && prefixes.contains(name.substring(0, slash + 1)) ? name.substring(slash + 1) : name;
    }
}
