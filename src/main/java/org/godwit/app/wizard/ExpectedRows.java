package org.godwit.app.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Inspection;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;

/**
 * How many rows a table will gain at most, told from the profile: rows that have a key may be merged, conditions may
 * leave some out, and documents of an earlier run are not loaded again.
 *
 * @param rows at most
 * @param exact whether nothing but earlier runs and rejects can make it less
 */
record ExpectedRows(long rows, boolean exact) {
    static final ExpectedRows NONE = new ExpectedRows(0, true);

    /** Returns what is expected of each table, by its name, in the order of the plan. */
    static Map<String, ExpectedRows> of(Plan plan, Inspection inspection) {
        Map<String, DatasetProfile> datasets = new LinkedHashMap<>();
        inspection.datasets().forEach(dataset -> datasets.put(dataset.name(), dataset));
        Map<String, ExpectedRows> expected = new LinkedHashMap<>();
        for (TableSpec table : plan.tables()) {
            long rows = 0;
            boolean exact = table.key().isEmpty();
            for (TableSpec.Feed feed : table.feeds()) {
                DatasetProfile dataset = datasets.get(feed.dataset());
                rows += dataset == null ? 0 : rows(dataset, feed.rows().steps());
                exact &= feed.when() == null;
            }
            expected.put(table.name(), new ExpectedRows(rows, exact));
        }
        return expected;
    }

    private static long rows(DatasetProfile dataset, List<Step> steps) {
        return steps.isEmpty() ? dataset.documents() : nodes(dataset, steps).stream().mapToLong(PathProfile::occurrences).sum();
    }

    /** Returns what was found at a place; several where names lead into a map. */
    static List<PathProfile> nodes(DatasetProfile dataset, List<Step> steps) {
        List<PathProfile> nodes = List.of(dataset.root());
        for (Step step : steps) {
            nodes = nodes.stream().flatMap(node -> below(node, step)).toList();
        }
        return nodes;
    }

    private static Stream<PathProfile> below(PathProfile node, Step step) {
        return node.children().stream().filter(child -> switch (step) {
            // A map whose keys are data has lost their names.
            case Step.Key key -> child.step().equals(key) || child.step() instanceof Step.Entries;
            case Step.Entries entries -> child.step() instanceof Step.Entries || child.step() instanceof Step.Key;
            case Step.Elements elements -> child.step() instanceof Step.Elements;
            case Step.Index index -> child.step() instanceof Step.Elements;
        });
    }
}
