package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.app.place.NamedPlace;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.ProfileChoice;
import org.godwit.model.Choices;
import org.godwit.model.Connection;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.task.TaskContext;

/** Reads what is in some places, and makes a first plan of it. Calls block. */
final class Discoverer {
    private final Workbench workbench;

    Discoverer(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Reads folders and files, or the sources of one plan. */
    Discovery discover(List<Path> places, TaskContext context) {
        if (Places.isPlan(places)) {
            Path file = places.getFirst().toAbsolutePath();
            Path parent = file.getParent();
            Path base = parent == null ? file : parent;
            Plan written = workbench.readPlan(file);
            Plan plan = ProfileChoice.ofProcess().resolved(written, base);
            return discover(new Discovery.OpenPlan(Optional.of(file), plan, written, base), Places.title(places), Places.target(places), context);
        }
        return discover(places, places.stream().map(Path::toString).toList(), Places.title(places), Places.target(places), Optional.empty(), context);
    }

    /**
     * Reads a database on a server.
     *
     * @param place which named place it is
     */
    Discovery discover(Connection server, Optional<NamedPlace> place, TaskContext context) {
        return discover(List.of(), List.of(server.address()), server.database(), Places.target(server), place, context);
    }

    private Discovery discover(
            List<Path> places, List<String> locations, String title, Path target, Optional<NamedPlace> place, TaskContext context) {
        List<String> recipes = workbench.recipes();
        // The recipe is guessed from the places alone first: if that is right, one pass over the data is enough.
        Optional<String> byPlace = Places.suggest(recipes, places, List.of());
        Workbench.Draft draft = workbench.draft(locations, target.toString(), byPlace, Choices.NONE, context);
        Optional<String> suggestion = byPlace;
        if (byPlace.isEmpty()) {
            List<String> files = draft.inspection().files().stream().map(file -> file.path()).toList();
            suggestion = Places.suggest(recipes, places, files);
            if (suggestion.isPresent()) {
                draft = workbench.draft(locations, target.toString(), suggestion, Choices.NONE, context);
            }
        }
        return new Discovery(title, locations, Optional.empty(), draft, recipes, suggestion, place, new Plan.Target("duckdb", target.toString()));
    }

    /**
     * Reads the sources of a plan.
     *
     * @param otherwise the target if the plan names none
     */
    Discovery discover(Discovery.OpenPlan open, String title, Path otherwise, TaskContext context) {
        Inspection inspection = workbench.inspect(open.plan(), open.base(), context);
        List<String> locations = open.plan().sources().stream()
                .map(source -> location(source, open.base()))
                .toList();
        Plan.Target target = open.plan().target();
        Plan.Target there = target == null
                ? new Plan.Target("duckdb", otherwise.toString())
                : target.connection() == null ? target.withPath(open.base().resolve(target.path()).normalize().toString()) : target;
        Workbench.Draft draft = new Workbench.Draft(inspection, open.plan(), List.of());
        return new Discovery(title, locations, Optional.of(open), draft, List.of(), Optional.empty(), Optional.empty(), there);
    }

    private static String location(Plan.Source source, Path base) {
        Connection server = source.connection();
        return server == null ? base.resolve(source.path()).normalize().toString() : server.address();
    }
}
