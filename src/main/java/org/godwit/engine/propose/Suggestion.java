package org.godwit.engine.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.godwit.engine.profile.SafeNames;
import org.godwit.model.DataType;
import org.godwit.model.JsonType;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.godwit.model.ValueSpec;

/**
 * What a proposal would make of one path: used where a person adds a column or a table by hand.
 *
 * @param type that holds every value so that it can be restored
 * @param transforms that make it so
 * @param nullMeans what NULL should stand for
 */
public record Suggestion(DataType type, List<ValueSpec.Transform> transforms, ValueSpec.NullMeans nullMeans) {
    private static final int MAX_LENGTH = 63;

    public Suggestion {
        transforms = List.copyOf(transforms);
    }

    /** Returns what fits a path. */
    public static Suggestion of(PathProfile node) {
        ColumnTypes type = ColumnTypes.of(node);
        boolean moreNulls = Counts.of(node, JsonType.NULL) > Math.max(0, node.parents() - node.occurrences());
        return new Suggestion(type.type(), type.transforms(), moreNulls ? ValueSpec.NullMeans.NULL : ValueSpec.NullMeans.MISSING);
    }

    /** Returns a name that is safe, is not taken and says what the steps say. */
    public static String name(List<Step> steps, Set<String> taken) {
        List<String> words = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Key key) {
                words.add(SafeNames.words(key.name()));
            }
        }
        words.removeIf(String::isEmpty);
        String base = SafeNames.fit(String.join("_", words), "_value", "value", MAX_LENGTH - 4);
        String name = base;
        for (int number = 2; taken.contains(name); number++) {
            name = base + "_" + number;
        }
        return name;
    }

    /** Returns whether rows can be made of what is at the path: an array, or an object whose keys are data. */
    public static boolean isMany(PathProfile node) {
        return node.children().stream().anyMatch(child -> child.step().fansOut());
    }

    /** Returns the places below a row that become columns: what is in plain objects one by one, everything else as it is. */
    public static List<List<Step>> columns(PathProfile row) {
        List<List<Step>> places = new ArrayList<>();
        collect(row, List.of(), places);
        return places;
    }

    private static void collect(PathProfile node, List<Step> steps, List<List<Step>> places) {
        boolean fields = Counts.onlyObjects(node) && !node.children().isEmpty() && !isMany(node);
        if (!fields) {
            places.add(List.copyOf(steps));
            return;
        }
        for (PathProfile child : node.children()) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(child.step());
            collect(child, longer, places);
        }
    }

    /** Returns the node at these steps below another; a key leads into the entries of a map too. */
    public static java.util.Optional<PathProfile> at(PathProfile node, List<Step> steps) {
        PathProfile at = node;
        for (Step step : steps) {
            PathProfile next = null;
            for (PathProfile child : at.children()) {
                boolean same = switch (step) {
                    case Step.Key _ -> child.step().equals(step) || (child.step() instanceof Step.Entries && next == null);
                    case Step.Index _, Step.Elements _ -> child.step() instanceof Step.Elements;
                    case Step.Entries _ -> child.step() instanceof Step.Entries;
                };
                next = same ? child : next;
            }
            if (next == null) {
                return java.util.Optional.empty();
            }
            at = next;
        }
        return java.util.Optional.of(at);
    }
}
