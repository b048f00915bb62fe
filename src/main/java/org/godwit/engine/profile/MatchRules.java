package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each dataset a rule that all its documents fulfil and, in the order of the rules, no document of a later
 * one. Datasets that no rule can tell apart are joined.
 */
final class MatchRules {
    private static final int WANTED_HAS = 2;

    private final Budget budget;

    MatchRules(Budget budget) {
        this.budget = budget;
    }

    /** A dataset with its rule; the rule has no name yet. */
    record Ruled(Group group, List<PathExpr> has, List<PathExpr> lacks, Map<PathExpr, JsonType> types) {
        Plan.DatasetSpec spec(String name) {
            return new Plan.DatasetSpec(name, "", has, lacks, types);
        }
    }

    /** Returns all datasets in the order in which their rules are to be tried. */
    List<Ruled> of(List<Group> groups) {
        List<Candidate> open = new ArrayList<>(groups.stream().map(Candidate::new).toList());
        List<Ruled> rules = new ArrayList<>();
        while (!open.isEmpty()) {
            open.sort(Candidate.MOST_SPECIFIC_FIRST);
            Ruled next = open.size() == 1 && rules.isEmpty() ? open.get(0).rule(List.of(), 0) : next(open, rules);
            if (next != null) {
                rules.add(next);
                open.removeIf(candidate -> candidate.group == next.group());
            } else {
                join(open);
            }
        }
        return rules;
    }

    private static @Nullable Ruled next(List<Candidate> open, List<Ruled> done) {
        for (Candidate candidate : open) {
            List<Candidate> later = open.stream().filter(other -> other != candidate).toList();
            Ruled rule = later.isEmpty() && !done.isEmpty() ? candidate.lastRule(done) : candidate.rule(later, WANTED_HAS);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private void join(List<Candidate> open) {
        Candidate first = open.get(0);
        Candidate second = open.stream()
                .filter(other -> other != first && first.rule(List.of(other), 0) == null)
                .findFirst()
                .orElse(open.get(1));
        first.group.absorb(second.group, budget);
        open.remove(second);
        open.set(0, new Candidate(first.group));
    }

    /** One thing that all documents of a dataset have in common. */
    private record Fact(Kind kind, String key, @Nullable JsonType type) {
        /** Which facts are better in a rule if they tell as much. */
        enum Kind {
            HAS,
            HAS_IN_ENTRIES,
            TYPE,
            LACKS,
            ROOT
        }

        PathExpr path() {
            List<Step> steps = new ArrayList<>();
            if (kind == Kind.HAS_IN_ENTRIES) {
                steps.add(new Step.Entries(""));
            }
            if (kind == Kind.ROOT && type == JsonType.OBJECT && key.equals("[*]")) {
                steps.add(new Step.Elements(""));
            }
            if (kind != Kind.ROOT) {
                steps.add(new Step.Key(key));
            }
            return new PathExpr(PathExpr.Root.DOCUMENT, "", steps);
        }
    }

    private static final class Candidate {
        static final Comparator<Candidate> MOST_SPECIFIC_FIRST = Comparator.comparing(
                        (Candidate c) -> c.group.leader().root())
                .thenComparingInt(c -> -c.core)
                .thenComparing(c -> c.group, Clusters.ORDER);

        final Group group;
        private final Map<String, @Nullable JsonType> always = new TreeMap<>();
        private final Set<String> ever = new HashSet<>();
        private final Set<String> below = new HashSet<>();
        private final int core;

        Candidate(Group group) {
            this.group = group;
            boolean first = true;
            for (Signature signature : group.signatures) {
                ever.addAll(signature.members().keySet());
                if (first) {
                    always.putAll(signature.members());
                } else {
                    always.keySet().retainAll(signature.members().keySet());
                    always.replaceAll((key, type) -> type == signature.members().get(key) ? type : null);
                }
                first = false;
            }
            core = always.size();
            group.root.childList().forEach(child -> child.childList().forEach(sub -> below.add(sub.name)));
            if (group.root.entries != null) {
                group.root.entries.childList().forEach(sub -> below.add(sub.name));
            }
        }

        @Nullable Ruled rule(List<Candidate> others, int wantedHas) {
            List<Fact> facts = facts(others);
            List<Fact> chosen = new ArrayList<>();
            List<Target> left = new ArrayList<>();
            others.forEach(other -> other.group.signatures.forEach(s -> left.add(new Target(s, other.below))));
            List<Target> all = List.copyOf(left);
            while (!left.isEmpty()) {
                Fact best = best(facts, left, chosen);
                if (best == null) {
                    return null;
                }
                chosen.add(best);
                left.removeIf(target -> target.isRejectedBy(best));
            }
            List<Fact> more = facts.stream().filter(f -> f.kind() == Fact.Kind.HAS || f.kind() == Fact.Kind.HAS_IN_ENTRIES).toList();
            while (chosen.stream().filter(f -> f.kind() == Fact.Kind.HAS || f.kind() == Fact.Kind.HAS_IN_ENTRIES).count() < wantedHas) {
                Fact best = best(more, all, chosen);
                if (best == null) {
                    break;
                }
                chosen.add(best);
            }
            return ruled(chosen);
        }

        /** The last rule has no one left to reject; it rejects what it can of those before, so that order matters less. */
        Ruled lastRule(List<Ruled> done) {
            List<Fact> chosen = new ArrayList<>();
            List<Candidate> others = done.stream().map(rule -> new Candidate(rule.group())).toList();
            for (Candidate other : others) {
                Ruled against = rule(List.of(other), 0);
                if (against == null) {
                    continue;
                }
                facts(others).stream()
                        .filter(fact -> against.has().contains(fact.path()) && fact.kind() == Fact.Kind.HAS && !chosen.contains(fact))
                        .forEach(chosen::add);
            }
            if (chosen.isEmpty() && group.leader().root() != Signature.Root.SCALAR) {
                chosen.add(root());
            }
            return ruled(chosen);
        }

        private static @Nullable Fact best(List<Fact> facts, List<Target> left, List<Fact> chosen) {
            Fact best = null;
            long bestCount = 0;
            for (Fact fact : facts) {
                long count = chosen.contains(fact) ? 0 : left.stream().filter(target -> target.isRejectedBy(fact)).count();
                if (count > bestCount) {
                    best = fact;
                    bestCount = count;
                }
            }
            return best;
        }

        /** What may be in the rule, the better facts first. */
        private List<Fact> facts(List<Candidate> others) {
            List<Fact> facts = new ArrayList<>();
            Signature.Root root = group.leader().root();
            if (root == Signature.Root.OBJECT && group.root.entries == null) {
                always.keySet().forEach(key -> facts.add(new Fact(Fact.Kind.HAS, key, null)));
                always.forEach((key, type) -> {
                    if (type != null && type != JsonType.NULL) {
                        facts.add(new Fact(Fact.Kind.TYPE, key, type));
                    }
                });
            } else if (root == Signature.Root.OBJECT) {
                addEntryFacts(facts);
            }
            if (root == Signature.Root.OBJECT) {
                Set<String> foreign = new java.util.TreeSet<>();
                others.forEach(other -> foreign.addAll(other.always.keySet()));
                foreign.removeAll(ever);
                foreign.forEach(key -> facts.add(new Fact(Fact.Kind.LACKS, key, null)));
            }
            if (root != Signature.Root.SCALAR) {
                facts.add(root());
            }
            return facts;
        }

        /** Of a map only what its values have in common is said: its keys are data. */
        private void addEntryFacts(List<Fact> facts) {
            Node entries = group.root.entries;
            // In a document whose entries are all null or text there is nothing below them.
            boolean everywhere = group.signatures.stream()
                    .noneMatch(signature -> signature.root() == Signature.Root.OBJECT && !signature.members().containsValue(JsonType.OBJECT));
            if (entries != null && everywhere) {
                entries.childList().stream()
                        .filter(sub -> sub.occurrences() == entries.types[Node.OBJECT])
                        .map(sub -> sub.name)
                        .sorted()
                        .forEach(name -> facts.add(new Fact(Fact.Kind.HAS_IN_ENTRIES, name, null)));
            }
        }

        private Fact root() {
            return switch (group.leader().root()) {
                case OBJECT, WIDE_OBJECT, SCALAR -> new Fact(Fact.Kind.ROOT, "", JsonType.OBJECT);
                case ARRAY -> new Fact(Fact.Kind.ROOT, "", JsonType.ARRAY);
                case ARRAY_OF_OBJECTS -> new Fact(Fact.Kind.ROOT, "[*]", JsonType.OBJECT);
            };
        }

        private Ruled ruled(List<Fact> facts) {
            List<PathExpr> has = new ArrayList<>();
            List<PathExpr> lacks = new ArrayList<>();
            Map<PathExpr, JsonType> types = new LinkedHashMap<>();
            boolean onlyLacks = !facts.isEmpty() && facts.stream().allMatch(fact -> fact.kind() == Fact.Kind.LACKS);
            for (Fact fact : facts) {
                switch (fact.kind()) {
                    case HAS, HAS_IN_ENTRIES -> has.add(fact.path());
                    case LACKS -> lacks.add(fact.path());
                    case TYPE, ROOT -> types.put(fact.path(), java.util.Objects.requireNonNull(fact.type()));
                }
            }
            if (onlyLacks) {
                types.put(root().path(), JsonType.OBJECT);
            }
            return new Ruled(group, has, lacks, types);
        }
    }

    /** Documents of another dataset that a rule must not take. */
    private record Target(Signature signature, Set<String> below) {
        boolean isRejectedBy(Fact fact) {
            boolean object = signature.root() == Signature.Root.OBJECT;
            boolean wide = signature.root() == Signature.Root.WIDE_OBJECT;
            return switch (fact.kind()) {
                case HAS -> !wide && (!object || !signature.members().containsKey(fact.key()));
                case HAS_IN_ENTRIES -> !wide && (!object || !below.contains(fact.key()));
                case TYPE -> !wide && (!object || signature.members().get(fact.key()) != fact.type());
                case LACKS -> object && signature.members().containsKey(fact.key());
                case ROOT -> rejectsRoot(fact);
            };
        }

        private boolean rejectsRoot(Fact fact) {
            return switch (signature.root()) {
                case OBJECT, WIDE_OBJECT -> fact.type() == JsonType.ARRAY || fact.key().equals("[*]");
                case ARRAY_OF_OBJECTS -> fact.type() == JsonType.OBJECT && fact.key().isEmpty();
                case ARRAY -> fact.type() == JsonType.OBJECT;
                case SCALAR -> true;
            };
        }
    }
}
