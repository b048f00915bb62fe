package org.godwit.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;

/** Moves a plan to another folder: its relative paths then start there and still lead to the same places. */
final class PlanPaths {
    private static final String WILDCARDS = "*?[{";

    private PlanPaths() {}

    /** Writes a plan whose relative paths start at the working folder; in the file they start at the file. */
    static void write(Workbench workbench, Plan plan, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        workbench.writePlan(moved(plan, workingFolder(), folderOf(absolute)), file);
    }

    /** Returns the folder where relative paths of a plan file start. */
    static Path folderOf(Path plan) {
        Path absolute = plan.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }

    static Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }

    /** Returns the plan as it must be written into a folder. */
    static Plan moved(Plan plan, Path from, Path to) {
        if (from.equals(to)) {
            return plan;
        }
        Plan.Target target = plan.target();
        return new Plan(
                plan.version(),
                plan.name(),
                plan.description(),
                plan.sources().stream()
                        .map(s -> new Plan.Source(s.name(), s.type(), moved(s.path(), from, to), s.include()))
                        .toList(),
                target == null ? null : new Plan.Target(target.type(), moved(target.path(), from, to)),
                plan.datasets(),
                plan.tables(),
                plan.views(),
                plan.options());
    }

    static String moved(String path, Path from, Path to) {
        int wild = 0;
        while (wild < path.length() && WILDCARDS.indexOf(path.charAt(wild)) < 0) {
            wild++;
        }
        // A wildcard is no part of a path on every system: only the folders before it are.
        int cut = wild == path.length() ? wild : path.lastIndexOf('/', wild) + 1;
        Path fixed = Path.of(path.substring(0, cut));
        if (fixed.isAbsolute()) {
            return path;
        }
        if (!Objects.equals(from.getRoot(), to.getRoot())) {
            return from.resolve(fixed).normalize().toString().replace('\\', '/') + (cut < path.length() ? "/" + path.substring(cut) : "");
        }
        String start = to.relativize(from.resolve(fixed).normalize()).toString().replace('\\', '/');
        String rest = path.substring(cut);
        if (rest.isEmpty()) {
            return start.isEmpty() ? "." : start;
        }
        return start.isEmpty() ? rest : start + "/" + rest;
    }
}
