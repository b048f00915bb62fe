package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.app.place.NamedPlace;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;

/**
 * What was found in the places a person dropped, and what can be done with it.
 *
 * @param title a short name of what was dropped
 * @param locations where the data is
 * @param plan the plan that was opened, if a plan was opened and not data
 * @param draft what was found there, and a first plan
 * @param recipes the recipes there are
 * @param suggestion the recipe that suits by its name, by which the draft was made
 * @param place the named place that was read, if it was one
 * @param target a sensible place for the data, with an absolute path
 */
record Discovery(
        String title,
        List<String> locations,
        Optional<OpenPlan> plan,
        Workbench.Draft draft,
        List<String> recipes,
        Optional<String> suggestion,
        Optional<NamedPlace> place,
        Plan.Target target) {
    Discovery {
        locations = List.copyOf(locations);
        recipes = List.copyOf(recipes);
    }

    /**
     * A plan that a person opened.
     *
     * @param file where it stands; empty if it is that of an earlier run
     * @param plan with its places where the profile has them
     * @param written as it stands in the file
     * @param base the folder where its relative paths start
     */
    record OpenPlan(Optional<Path> file, Plan plan, Plan written, Path base) {}
}
