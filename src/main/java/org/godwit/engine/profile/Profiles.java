package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.JsonType;
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

    private final Budget budget;

    Profiles(Budget budget) {
        this.budget = budget;
    }

    PathProfile root(Group group) {
        return profile(group.root, new Step.Key(""), group.documents);
    }

    private PathProfile profile(Node node, Step step, long parents) {
        PathProfile.KeysVerdict verdict = verdict(node);
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
                children(node));
    }

    private static PathProfile.@Nullable KeysVerdict verdict(Node node) {
        if (node.types[Node.OBJECT] == 0) {
            return null;
        }
        if (node.entries != null) {
            return new PathProfile.KeysVerdict(true, false, "more different keys than an object has fields, or documents of one shape by key");
        }
        if (node.cut) {
            return new PathProfile.KeysVerdict(false, true, "too deep or too wide to look at as a whole");
        }
        return KeyVerdicts.judge(node);
    }

    private List<PathProfile> children(Node node) {
        List<PathProfile> children = new ArrayList<>();
        List<Node> members = new ArrayList<>(node.childList());
        members.sort(ORDER);
        for (Node member : members) {
            children.add(profile(member, new Step.Key(member.name), node.types[Node.OBJECT]));
        }
        if (node.entries != null) {
            children.add(profile(node.entries, new Step.Entries(""), node.types[Node.OBJECT]));
        }
        if (node.elements != null) {
            children.add(profile(node.elements, new Step.Elements(""), node.types[Node.ARRAY]));
        }
        return children;
    }
}
