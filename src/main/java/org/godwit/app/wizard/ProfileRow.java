package org.godwit.app.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.godwit.app.excerpt.SoughtValue;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Text;
import org.godwit.model.DatasetProfile;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;

/**
 * One path of a dataset's profile, as a person reads it.
 *
 * @param path from the document
 */
record ProfileRow(DatasetProfile dataset, PathProfile node, List<Step> path) {
    ProfileRow {
        path = List.copyOf(path);
    }

    static ProfileRow root(DatasetProfile dataset) {
        return new ProfileRow(dataset, dataset.root(), List.of());
    }

    List<ProfileRow> children() {
        List<ProfileRow> rows = new ArrayList<>();
        for (PathProfile child : node.children()) {
            List<Step> longer = new ArrayList<>(path);
            longer.add(child.step());
            rows.add(new ProfileRow(dataset, child, longer));
        }
        return rows;
    }

    PathExpr expression() {
        return new PathExpr(PathExpr.Root.DOCUMENT, "", path);
    }

    /** The last step alone, as the tree shows it. */
    String name() {
        return switch (node.step()) {
            case Step.Key(String key) -> path.isEmpty() ? Text.of("app.data.document") : key;
            case Step.Elements elements -> Text.of("app.data.elements");
            case Step.Entries entries -> Text.of("app.data.entries");
            case Step.Index index -> String.valueOf(index.position());
        };
    }

    /** The share of objects that have it, 0 to 1; 1 for elements and entries, which nothing can lack. */
    double share() {
        return isMember() && node.parents() > 0 ? (double) node.occurrences() / node.parents() : 1;
    }

    boolean isMember() {
        return node.step() instanceof Step.Key && !path.isEmpty();
    }

    /** The types, the most frequent first, with counts where there are several. */
    String types() {
        List<Map.Entry<JsonType, Long>> types = sorted();
        if (types.size() == 1) {
            return word(types.getFirst().getKey());
        }
        return types.stream().map(type -> word(type.getKey()) + " " + Figures.count(type.getValue())).collect(Collectors.joining(", "));
    }

    private List<Map.Entry<JsonType, Long>> sorted() {
        return node.types().entrySet().stream()
                .sorted(Map.Entry.<JsonType, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    static String word(JsonType type) {
        return switch (type) {
            case OBJECT -> Text.of("app.type.object");
            case ARRAY -> Text.of("app.type.array");
            case STRING -> Text.of("app.type.string");
            case NUMBER -> Text.of("app.type.number");
            case BOOLEAN -> Text.of("app.type.boolean");
            case NULL -> Text.of("app.type.null");
        };
    }

    String distinct() {
        return node.distinct() == 0 ? "" : Figures.count(node.distinct());
    }

    String least() {
        PathProfile.NumberFacts numbers = node.numbers();
        PathProfile.StringFacts strings = node.strings();
        return numbers != null ? numbers.min() : strings != null ? strings.min() : "";
    }

    String greatest() {
        PathProfile.NumberFacts numbers = node.numbers();
        PathProfile.StringFacts strings = node.strings();
        return numbers != null ? numbers.max() : strings != null ? strings.max() : "";
    }

    /** The greatest length: characters of texts, elements or entries of containers. */
    String longest() {
        PathProfile.StringFacts strings = node.strings();
        long length = Math.max(strings == null ? 0 : strings.longest(), node.maxLength());
        return length == 0 ? "" : Figures.count(length);
    }

    String samples() {
        return String.join("  ", node.samples());
    }

    /**
     * A type that only the lesser part of the values have.
     *
     * @param place of the first one, {@code file:line}
     * @param value what to look for in the document that begins there
     */
    record Drift(JsonType type, long count, JsonType usual, String place, SoughtValue value) {
        String words(long all) {
            return Text.of("app.data.drift", count, all, word(type), word(usual));
        }
    }

    /** Types other than the usual one; null goes with every type. */
    List<Drift> drift() {
        List<Map.Entry<JsonType, Long>> types = sorted().stream().filter(type -> type.getKey() != JsonType.NULL).toList();
        if (types.size() < 2) {
            return List.of();
        }
        JsonType usual = types.getFirst().getKey();
        return types.stream()
                .skip(1)
                .map(type -> new Drift(type.getKey(), type.getValue(), usual, node.firstOf().getOrDefault(type.getKey(), ""), new SoughtValue(path, type.getKey())))
                .toList();
    }

    /** Returns the verdict on the keys of an object, if a person can decide otherwise. */
    Optional<PathProfile.KeysVerdict> keys() {
        PathProfile.KeysVerdict verdict = node.keysAreData();
        if (verdict == null || verdict.names() == 0 || dataset.known() || dataset.shapes().isEmpty()) {
            return Optional.empty();
        }
        // That the document as a whole is a map is rare; nobody wants to be asked without a doubt.
        return !path.isEmpty() || verdict.data() || verdict.doubtful() ? Optional.of(verdict) : Optional.empty();
    }

    /** Returns whether the documents that have this member can be made a dataset of their own. */
    boolean canSplit() {
        boolean optional = path.size() == 1 && isMember() && node.occurrences() < node.parents();
        return optional && !dataset.known() && dataset.shapes().size() > 1;
    }
}
