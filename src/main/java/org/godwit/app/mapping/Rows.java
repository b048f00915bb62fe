package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.app.fx.Text;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Inspection;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Makes the lines of both sides. */
final class Rows {
    private Rows() {}

    /** A line with the lines below it. */
    record Branch<T>(T row, List<Branch<T>> below) {}

    /** Returns the datasets with their paths, those of the plan first and in its order. */
    static List<Branch<SourceRow>> sources(Inspection inspection, Plan plan) {
        Map<String, DatasetProfile> found = new LinkedHashMap<>();
        inspection.datasets().forEach(dataset -> found.put(dataset.name(), dataset));
        List<DatasetProfile> ordered = new ArrayList<>();
        for (Plan.DatasetSpec spec : plan.datasets()) {
            DatasetProfile profile = found.remove(spec.name());
            if (profile != null) {
                ordered.add(profile);
            }
        }
        ordered.addAll(found.values());
        return ordered.stream().map(Rows::source).toList();
    }

    private static Branch<SourceRow> source(DatasetProfile dataset) {
        SourceRow row = new SourceRow.Dataset(dataset.name(), dataset.documents(), dataset.root());
        return new Branch<>(row, places(dataset.name(), List.of(), dataset.root()));
    }

    private static List<Branch<SourceRow>> places(String dataset, List<Step> above, PathProfile node) {
        List<Branch<SourceRow>> rows = new ArrayList<>(node.children().size());
        for (PathProfile child : node.children()) {
            List<Step> steps = new ArrayList<>(above);
            steps.add(child.step());
            SourceRow row = new SourceRow.Place(dataset, List.copyOf(steps), child, child.parents());
            rows.add(new Branch<>(row, places(dataset, steps, child)));
        }
        return rows;
    }

    /** Returns the tables with their columns. */
    static List<Branch<TargetRow>> targets(Plan plan) {
        return plan.tables().stream().map(Rows::target).toList();
    }

    private static Branch<TargetRow> target(TableSpec table) {
        Map<String, Set<String>> from = new LinkedHashMap<>();
        for (TableSpec.Feed feed : table.feeds()) {
            feed.set().forEach((column, value) -> from.computeIfAbsent(column, _ -> new LinkedHashSet<>()).add(words(value)));
        }
        List<Branch<TargetRow>> columns = new ArrayList<>(table.columns().size());
        for (TableSpec.Column column : table.columns()) {
            String words = column.generateId() ? Text.of("app.mapping.from.id") : String.join(" · ", from.getOrDefault(column.name(), Set.of()));
            columns.add(new Branch<>(new TargetRow.Column(table, column, words), List.of()));
        }
        return new Branch<>(new TargetRow.Table(table), columns);
    }

    /** Returns in a few words where a value comes from. */
    static String words(ValueSpec value) {
        return switch (value) {
            case ValueSpec.From from -> paths(from.paths()) + (from.transforms().isEmpty() ? "" : " ƒ");
            case ValueSpec.Const constant -> Text.of("app.mapping.from.const", String.valueOf(constant.value()));
            case ValueSpec.Ref ref -> "→ " + ref.table();
            case ValueSpec.Parent parent -> "↑ " + parent.table();
            case ValueSpec.Rest rest -> Text.of("app.mapping.from.rest", rest.path().text());
            case ValueSpec.Sql sql -> "= " + sql.expression();
        };
    }

    private static String paths(List<PathExpr> paths) {
        return paths.stream().map(PathExpr::text).collect(Collectors.joining(" | "));
    }

    /** Returns the branches that have the text in their name, with what is above, and below if they match themselves. */
    static <T> List<Branch<T>> matching(List<Branch<T>> branches, String text, java.util.function.Function<T, String> name) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() ? branches : kept(branches, wanted, name);
    }

    /** Returns whether these are the very same lines, so that a tree of the ones is a tree of the others. */
    @SuppressWarnings("ReferenceEquality") // The lines of another plan are others, however alike; comparing them whole would take long.
    static <T> boolean same(List<Branch<T>> some, List<Branch<T>> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            Branch<T> one = some.get(i);
            Branch<T> other = others.get(i);
            same = one == other || (one.row == other.row && same(one.below, other.below));
        }
        return same;
    }

    private static <T> List<Branch<T>> kept(List<Branch<T>> branches, String wanted, java.util.function.Function<T, String> name) {
        List<Branch<T>> kept = new ArrayList<>();
        for (Branch<T> branch : branches) {
            List<Branch<T>> below = kept(branch.below, wanted, name);
            boolean itself = name.apply(branch.row).toLowerCase(Locale.ROOT).contains(wanted);
            if (itself && below.isEmpty()) {
                kept.add(branch);
            } else if (!below.isEmpty()) {
                kept.add(new Branch<>(branch.row, below));
            }
        }
        return kept;
    }
}
