package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.godwit.model.Choices;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a dataset into its profile; here maps lose the names of their keys. */
final class Profiles {
    private static final JsonType[] TYPES = {
        JsonType.OBJECT, JsonType.ARRAY, JsonType.STRING, JsonType.NUMBER, JsonType.BOOLEAN, JsonType.NULL
    };
    private static final Comparator<Node> ORDER =
            Comparator.comparingDouble((Node n) -> (double) n.positions / Math.max(1, n.occurrences())).thenComparing(n -> n.name);

    private static final int EXAMPLES = 5;

    private final Budget budget;
    private final Choices choices;
    private Set<String> shapes = Set.of();
    private boolean columns;

    Profiles(Budget budget, Choices choices) {
        this.budget = budget;
        this.choices = choices;
    }

    /** Returns the profile of rows of a table: whatever its columns are called, they are no data. */
    PathProfile row(Group group) {
        columns = true;
        PathProfile row = root(group);
        columns = false;
        return row;
    }

    PathProfile root(Group group) {
        shapes = new HashSet<>();
        group.signatures.forEach(signature -> shapes.add(signature.id()));
        return profile(group.root, new Step.Key(""), group.documents, List.of());
    }

    private PathProfile profile(Node node, Step step, long parents, List<Step> path) {
        PathProfile.KeysVerdict verdict = verdict(node, path);
        if (verdict != null && verdict.data() && node.entries == null) {
            node.collapse(budget);
        }
        Map<JsonType, Long> types = new EnumMap<>(JsonType.class);
        Map<JsonType, String> firsts = new EnumMap<>(JsonType.class);
        for (int i = 0; i < TYPES.length; i++) {
            Place first = node.firsts[i];
            if (first != null) {
                types.put(TYPES[i], node.types[i]);
                firsts.put(TYPES[i], first.text());
            }
        }
        return new PathProfile(
                step,
                node.occurrences(),
                parents,
                types,
                firsts,
                node.numbers == null ? null : node.numbers.facts(),
                node.strings == null ? null : node.strings.facts(),
                node.distinct == null ? 0 : node.distinct.value(),
                node.samples == null ? List.of() : node.samples.values(),
                node.emptyContainers,
                node.maxLength,
                verdict,
                children(node, path));
    }

    private PathProfile.@Nullable KeysVerdict verdict(Node node, List<Step> path) {
        if (node.types[Node.OBJECT] == 0 || (columns && path.isEmpty())) {
            return null;
        }
        if (node.entries != null) {
            return new PathProfile.KeysVerdict(true, false, "more different keys than an object has fields, or documents of one shape by key");
        }
        if (node.cut) {
            return new PathProfile.KeysVerdict(false, true, "too deep or too wide to look at as a whole");
        }
        PathProfile.KeysVerdict judged = KeyVerdicts.judge(node);
        List<Node> members = node.childList();
        List<String> examples = members.stream()
                .sorted(Comparator.comparingLong((Node member) -> -member.occurrences()).thenComparing(member -> member.name))
                .limit(EXAMPLES)
                .map(member -> member.name)
                .toList();
        Optional<Boolean> chosen = choices.isEmpty() || members.isEmpty()
                ? Optional.empty()
                : choices.keysAreData(shapes, new PathExpr(PathExpr.Root.DOCUMENT, "", path));
        boolean doubtful = chosen.isEmpty() && judged.doubtful();
        String reason = chosen.isPresent() ? "as it was decided by hand" : judged.reason();
        return new PathProfile.KeysVerdict(chosen.orElse(judged.data()), doubtful, reason, members.size(), examples);
    }

    private List<PathProfile> children(Node node, List<Step> path) {
        List<PathProfile> children = new ArrayList<>();
        List<Node> members = new ArrayList<>(node.childList());
        members.sort(ORDER);
        for (Node member : members) {
            children.add(child(member, new Step.Key(member.name), node.types[Node.OBJECT], path));
        }
        if (node.entries != null) {
            children.add(child(node.entries, new Step.Entries(""), node.types[Node.OBJECT], path));
        }
        if (node.elements != null) {
            children.add(child(node.elements, new Step.Elements(""), node.types[Node.ARRAY], path));
        }
        return children;
    }

    private PathProfile child(Node node, Step step, long parents, List<Step> path) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return profile(node, step, parents, longer);
    }
}
