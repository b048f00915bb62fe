package org.godwit.shred;

import java.util.HashMap;
import java.util.Map;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;

/** The levels of a feed's rows path: the document, one for each fanning step, and the row. */
final class FeedLevels {
    private final Map<String, Integer> byName = new HashMap<>();
    private final int fans;

    FeedLevels(PathExpr rows) {
        int level = 0;
        for (Step step : rows.steps()) {
            if (step.fansOut()) {
                level++;
                String name = step instanceof Step.Elements elements ? elements.level() : ((Step.Entries) step).level();
                if (!name.isEmpty()) {
                    byName.put(name, level);
                }
            }
        }
        fans = level;
    }

    /** Returns the number of levels: the document, the fanning steps, the row. */
    int count() {
        return fans + 2;
    }

    /** Returns the level of the row. */
    int row() {
        return fans + 1;
    }

    /** Returns the number of a level by name; {@code $} is the document, {@code @} the row. */
    int level(String name) {
        if (name.equals("$")) {
            return 0;
        }
        if (name.equals("@")) {
            return row();
        }
        Integer level = byName.get(name);
        if (level == null) {
            throw new IllegalArgumentException("no level " + name);
        }
        return level;
    }

    PlanPath compile(PathExpr path, KeyTable keys) {
        return switch (path.root()) {
            case DOCUMENT -> new PlanPath(path, PlanPath.Gives.NODE, 0, keys);
            case ROW -> new PlanPath(path, PlanPath.Gives.NODE, row(), keys);
            case LEVEL -> new PlanPath(path, PlanPath.Gives.NODE, level(path.name()), keys);
            case KEY -> new PlanPath(path, PlanPath.Gives.KEY, level(path.name()), keys);
            case POSITION -> new PlanPath(path, PlanPath.Gives.POSITION, level(path.name()), keys);
            case FILE -> new PlanPath(path, PlanPath.Gives.FILE, 0, keys);
        };
    }
}
