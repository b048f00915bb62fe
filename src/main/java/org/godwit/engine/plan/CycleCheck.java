package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.engine.text.Messages;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Finds tables that need each other's ids before they have their own. A table may be its own parent, level by level. */
final class CycleCheck {
    private final Plan plan;
    private final Faults faults;
    /** For each table the tables whose ids it needs, and where it says so. */
    private final Map<String, Map<String, Pointer>> needs = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    CycleCheck(Plan plan, Faults faults) {
        this.plan = plan;
        this.faults = faults;
    }

    void check() {
        for (int i = 0; i < plan.tables().size(); i++) {
            collect(plan.tables().get(i), Pointer.ROOT.to("tables").to(i));
        }
        needs.keySet().forEach(table -> walk(table, new ArrayList<>()));
    }

    private void collect(TableSpec table, Pointer at) {
        Map<String, Pointer> own = needs.computeIfAbsent(table.name(), name -> new LinkedHashMap<>());
        for (int i = 0; i < table.feeds().size(); i++) {
            Pointer set = at.to("feeds").to(i).to("set");
            table.feeds().get(i).set().forEach((column, value) -> {
                if (value instanceof ValueSpec.Ref ref) {
                    own.putIfAbsent(ref.table(), set.to(column));
                } else if (value instanceof ValueSpec.Parent parent && !parent.table().equals(table.name())) {
                    own.putIfAbsent(parent.table(), set.to(column));
                }
            });
        }
    }

    private void walk(String table, List<String> way) {
        if (done.contains(table)) {
            return;
        }
        way.add(table);
        needs.getOrDefault(table, Map.of()).forEach((needed, at) -> {
            int start = way.indexOf(needed);
            if (start >= 0) {
                String circle = String.join(" -> ", way.subList(start, way.size())) + " -> " + needed;
                faults.add(at, Messages.get("plan.cycle"), circle);
            } else {
                walk(needed, way);
            }
        });
        way.remove(way.size() - 1);
        done.add(table);
    }
}
