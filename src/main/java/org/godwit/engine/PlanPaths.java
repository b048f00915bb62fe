package org.godwit.engine;

import java.nio.file.Path;
import java.util.List;
import org.godwit.model.Plan;

/** Moves a plan: relative paths that started at one folder start at another. Pure. */
final class PlanPaths {
    private PlanPaths() {}

    static Plan move(Plan plan, Path from, Path to) {
        if (from.normalize().equals(to.normalize())) {
            return plan;
        }
        List<Plan.Source> sources = plan.sources().stream()
                .map(s -> new Plan.Source(s.name(), s.type(), move(s.path(), from, to), s.include()))
                .toList();
        Plan.Target old = plan.target();
        Plan.Target target = old == null ? null : new Plan.Target(old.type(), move(old.path(), from, to));
        return new Plan(
                plan.version(), plan.name(), plan.description(), sources, target, plan.datasets(), plan.tables(), plan.views(), plan.options());
    }

    private static String move(String path, Path from, Path to) {
        if (Path.of(path).isAbsolute()) {
            return path;
        }
        return to.normalize().relativize(from.resolve(path).normalize()).toString().replace('\\', '/');
    }
}
