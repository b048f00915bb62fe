package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;

/**
 * The named levels of a rows path.
 *
 * @param steps the way to each level, the fanning step at its end; names left out
 */
record Levels(Map<String, List<Step>> steps) {
    static Levels of(PathExpr rows) {
        Map<String, List<Step>> levels = new LinkedHashMap<>();
        for (int i = 0; i < rows.steps().size(); i++) {
            String name = name(rows.steps().get(i));
            if (!name.isEmpty()) {
                levels.put(name, unnamed(rows.steps().subList(0, i + 1)));
            }
        }
        return new Levels(levels);
    }

    Set<String> names() {
        return steps.keySet();
    }

    boolean isMap(String level) {
        return steps.getOrDefault(level, List.of()).stream().reduce((first, last) -> last).orElse(null) instanceof Step.Entries;
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.Elements elements -> elements.level();
            case Step.Entries entries -> entries.level();
            case Step.Key _, Step.Index _ -> "";
        };
    }

    static List<Step> unnamed(List<Step> steps) {
        List<Step> plain = new ArrayList<>();
        for (Step step : steps) {
            plain.add(switch (step) {
                case Step.Elements _ -> new Step.Elements("");
                case Step.Entries _ -> new Step.Entries("");
                case Step.Key _, Step.Index _ -> step;
            });
        }
        return plain;
    }
}
