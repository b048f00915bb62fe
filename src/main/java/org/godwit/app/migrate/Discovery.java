package org.godwit.app.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;

/**
 * What was found in the places a person dropped, and what can be done with it.
 *
 * @param places as dropped
 * @param plan the plan that was opened, if a plan was dropped and not data
 * @param recipes the recipes there are
 * @param target a sensible place for the database
 */
record Discovery(List<Path> places, Optional<OpenPlan> plan, Inspection inspection, List<String> recipes, Path target) {
    /** A plan file that a person opened. */
    record OpenPlan(Path file, Plan plan) {
        /** Returns the folder where relative paths of the plan start. */
        Path base() {
            Path parent = file.toAbsolutePath().getParent();
            return parent == null ? file.toAbsolutePath() : parent;
        }
    }

    /** Returns a short name of what was dropped: a folder's or file's name. */
    String title() {
        return Places.title(places);
    }
}
