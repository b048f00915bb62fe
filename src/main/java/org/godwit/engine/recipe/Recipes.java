package org.godwit.engine.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;

/** Recipes by name or file. A shipped recipe is one file in {@code recipes/} and its name in {@code recipes/index.txt}. */
public final class Recipes {
    private static final String FOLDER = "/recipes/";
    private static final String INDEX = FOLDER + "index.txt";
    private static final String ENDING = ".recipe.json";

    private Recipes() {}

    /** Returns the names of the shipped recipes. */
    public static List<String> names() {
        return resource(INDEX).lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /**
     * Reads a recipe and checks it. A whole plan may stand for a recipe: its sources and target are left out.
     *
     * @param nameOrFile the name of a shipped recipe, otherwise a file
     * @throws GodwitException RECIPE_UNKNOWN, PLAN_MALFORMED, PLAN_INVALID
     */
    public static Plan load(String nameOrFile) {
        List<String> names = names();
        if (names.contains(nameOrFile)) {
            return PlanReader.read(resource(FOLDER + nameOrFile + ENDING), nameOrFile + ENDING);
        }
        try {
            Path file = Path.of(nameOrFile);
            if (Files.exists(file)) {
                return withoutLocations(PlanReader.read(file));
            }
        } catch (InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.RECIPE_UNKNOWN, nameOrFile, String.join(", ", names));
        }
        throw new GodwitException(ErrorCode.RECIPE_UNKNOWN, nameOrFile, String.join(", ", names));
    }

    private static Plan withoutLocations(Plan plan) {
        List<Plan.DatasetSpec> datasets = plan.datasets().stream()
                .map(d -> d.ofSource(""))
                .toList();
        return plan.between(List.of(), null).withDatasets(datasets);
    }

    private static String resource(String path) {
        try (InputStream in = Recipes.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
