package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.godwit.app.mapping.Rows.Branch;
import org.godwit.model.Step;

/** Finds lines of the source tree by dataset and steps. */
final class SourceIndex {
    private final Map<String, Map<List<Step>, SourceRow>> rows = new HashMap<>();

    SourceIndex(List<Branch<SourceRow>> branches) {
        branches.forEach(this::add);
    }

    private void add(Branch<SourceRow> branch) {
        rows.computeIfAbsent(branch.row().dataset(), _ -> new HashMap<>()).put(steps(branch.row()), branch.row());
        branch.below().forEach(this::add);
    }

    static List<Step> steps(SourceRow row) {
        return switch (row) {
            case SourceRow.Dataset _ -> List.of();
            case SourceRow.Place place -> place.steps();
        };
    }

    /** Returns the line of a place; a key may lead into a map. */
    Optional<SourceRow> find(String dataset, List<Step> steps) {
        Map<List<Step>, SourceRow> of = rows.get(dataset);
        if (of == null) {
            return Optional.empty();
        }
        SourceRow exact = of.get(steps);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Step> way = new ArrayList<>();
        for (Step step : steps) {
            List<Step> next = with(way, step);
            if (!of.containsKey(next)) {
                next = with(way, new Step.Entries(""));
            }
            if (!of.containsKey(next)) {
                return Optional.empty();
            }
            way = next;
        }
        return Optional.ofNullable(of.get(way));
    }

    private static List<Step> with(List<Step> way, Step step) {
        List<Step> longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }
}
