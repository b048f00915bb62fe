package org.godwit.app.mapping;

import java.util.Arrays;
import java.util.List;
import org.godwit.engine.plan.PlanFault;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;

/**
 * Where in the mapping a fault of the plan belongs.
 *
 * @param selection the table or column
 * @param field what of it: the last word of the fault's pointer that names a field
 */
record Place(Selection selection, String field) {
    /** Returns the place of a JSON pointer of a plan. */
    static Place of(Plan plan, PlanFault fault) {
        List<String> steps = Arrays.stream(fault.pointer().split("/", -1)).skip(1).map(s -> s.replace("~1", "/").replace("~0", "~")).toList();
        if (steps.size() < 2 || !steps.getFirst().equals("tables") || Integer.parseInt(steps.get(1)) >= plan.tables().size()) {
            return new Place(Selection.NONE, "");
        }
        TableSpec table = plan.tables().get(Integer.parseInt(steps.get(1)));
        if (steps.size() >= 4 && steps.get(2).equals("columns") && Integer.parseInt(steps.get(3)) < table.columns().size()) {
            String column = table.columns().get(Integer.parseInt(steps.get(3))).name();
            return new Place(new Selection(table.name(), column), steps.size() > 4 ? steps.get(4) : "name");
        }
        if (steps.size() >= 6 && steps.get(2).equals("feeds") && steps.get(4).equals("set")) {
            boolean known = table.column(steps.get(5)).isPresent();
            return new Place(new Selection(table.name(), known ? steps.get(5) : ""), steps.size() > 6 ? steps.get(6) : "from");
        }
        String field = steps.size() >= 5 && steps.get(2).equals("feeds") ? steps.get(4) : steps.size() >= 3 ? steps.get(2) : "name";
        return new Place(new Selection(table.name(), ""), field);
    }
}
