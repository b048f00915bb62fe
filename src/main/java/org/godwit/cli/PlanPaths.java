package org.godwit.cli;

import java.nio.file.Path;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.PlanPlaces;
import org.godwit.model.Plan;

/** Moves a plan to another folder: its relative paths then start there and still lead to the same places. */
final class PlanPaths {
    private PlanPaths() {}

    /** Writes a plan whose relative paths start at the working folder; in the file they start at the file. */
    static void write(Workbench workbench, Plan plan, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        workbench.writePlan(PlanPlaces.moved(plan, workingFolder(), folderOf(absolute)), file);
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
}
