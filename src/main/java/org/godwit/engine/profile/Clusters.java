package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.model.Choices;
import org.jspecify.annotations.Nullable;

/**
 * Joins groups of documents into datasets by the members of their roots: those with most documents first, so that
 * optional members and keys that are data do not split what belongs together.
 */
final class Clusters {
    private static final double SIMILAR = 0.5;
    private static final double SUBSET = 0.25;
    private static final int MIN_SHARED = 2;
    private static final int MIN_MAP = 3;

    private final Budget budget;
    private final Choices choices;

    Clusters(Budget budget, Choices choices) {
        this.budget = budget;
        this.choices = choices;
    }

    /** Groups with most documents first; ties by signature, so that the order of files has no say. */
    static final Comparator<Group> ORDER =
            Comparator.comparingLong((Group g) -> -g.documents).thenComparing(Group::leader);

    List<Group> of(List<Group> groups) {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort(ORDER);
        List<Group> chosen = joinChosen(sorted);
        List<Cluster> clusters = new ArrayList<>();
        Map<Signature.Root, Group> others = new EnumMap<>(Signature.Root.class);
        List<Group> objects = new ArrayList<>();
        for (Group group : sorted) {
            if (group.leader().root() == Signature.Root.OBJECT) {
                objects.add(group);
            } else {
                Group same = others.putIfAbsent(group.leader().root(), group);
                if (same != null) {
                    same.absorb(group, budget);
                }
            }
        }
        List<Group> maps = joinMaps(objects);
        for (Group group : objects) {
            Cluster best = best(clusters, group);
            if (best == null) {
                clusters.add(new Cluster(group));
            } else {
                best.join(group, budget);
            }
        }
        List<Group> all = new ArrayList<>(clusters.stream().map(c -> c.group).toList());
        all.addAll(maps);
        all.addAll(chosen);
        all.addAll(others.values());
        all.sort(ORDER);
        return all;
    }

    /** Takes out of the groups those that a person made one dataset of. */
    private List<Group> joinChosen(List<Group> groups) {
        List<Group> joined = new ArrayList<>();
        for (Set<String> shapes : choices.datasets()) {
            Group all = null;
            for (Group group : List.copyOf(groups)) {
                if (shapes.contains(group.leader().id())) {
                    groups.remove(group);
                    if (all == null) {
                        all = group;
                    } else {
                        all.absorb(group, budget);
                    }
                }
            }
            if (all != null) {
                joined.add(all);
            }
        }
        return joined;
    }

    /** Takes out of the groups those whose root is a map, joined where their values are alike. */
    private List<Group> joinMaps(List<Group> groups) {
        List<Group> maps = new ArrayList<>();
        for (Group group : List.copyOf(groups)) {
            if (isMap(group.root)) {
                groups.remove(group);
                joinMap(maps, group);
            }
        }
        for (Group group : List.copyOf(groups)) {
            boolean onlyObjects = hasOnlyObjects(group.root);
            if (onlyObjects && maps.stream().anyMatch(map -> valuesAlike(map, group))) {
                groups.remove(group);
                joinMap(maps, group);
            }
        }
        return maps;
    }

    private void joinMap(List<Group> maps, Group group) {
        for (Group map : maps) {
            if (valuesAlike(map, group)) {
                map.absorb(group, budget);
                return;
            }
        }
        if (group.root.entries == null) {
            group.root.collapse(budget);
        }
        maps.add(group);
    }

    private static boolean isMap(Node root) {
        return root.entries != null
                || (root.childList().size() >= MIN_MAP && hasOnlyObjects(root) && Shapes.alike(root.childList()));
    }

    private static boolean hasOnlyObjects(Node root) {
        return !root.childList().isEmpty()
                && root.childList().stream().allMatch(child -> child.types[Node.OBJECT] == child.occurrences());
    }

    private static boolean valuesAlike(Group map, Group group) {
        Node values = map.root.entries;
        if (values == null) {
            return false;
        }
        Map<String, Integer> theirs = new HashMap<>();
        Node entries = group.root.entries;
        if (entries != null) {
            theirs.putAll(Shapes.members(entries));
        }
        group.root.childList().forEach(child -> theirs.putAll(Shapes.members(child)));
        return Shapes.similarity(Shapes.members(values), theirs) >= SIMILAR;
    }

    private static @Nullable Cluster best(List<Cluster> clusters, Group group) {
        Map<String, Integer> members = Shapes.members(group.root);
        Cluster best = null;
        double bestScore = 0;
        for (Cluster cluster : clusters) {
            double score = cluster.score(members);
            if (score > bestScore) {
                best = cluster;
                bestScore = score;
            }
        }
        return best;
    }

    /** A dataset while it grows. */
    private static final class Cluster {
        final Group group;
        private final Map<String, Integer> leader;
        private Map<String, Integer> union;

        Cluster(Group group) {
            this.group = group;
            leader = Shapes.members(group.root);
            union = leader;
        }

        /** How well a group fits, 0 if not. */
        double score(Map<String, Integer> members) {
            int shared = Shapes.shared(members, union);
            double similarity = Math.max(Shapes.similarity(members, leader), Shapes.similarity(members, union));
            if (similarity >= SIMILAR) {
                return similarity;
            }
            boolean subset = shared == members.size() || Shapes.shared(leader, members) == leader.size();
            return subset && shared >= MIN_SHARED && similarity >= SUBSET ? similarity : 0;
        }

        void join(Group other, Budget budget) {
            group.absorb(other, budget);
            union = Shapes.members(group.root);
        }
    }
}
