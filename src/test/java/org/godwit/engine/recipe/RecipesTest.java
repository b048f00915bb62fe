package org.godwit.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipesTest {
    @TempDir Path folder;

    @Test
    void everyShippedRecipeIsOne() {
        assertThat(Recipes.names()).isNotEmpty().allSatisfy(name -> {
            Plan recipe = Recipes.load(name);
            assertThat(recipe.isRecipe()).isTrue();
            assertThat(recipe.name()).isEqualTo(name);
        });
    }

    @Test
    void leavesLocationsOutWhenAPlanStandsForARecipe() throws IOException {
        Path file = Files.writeString(folder.resolve("my.plan.json"), """
                { "version": 1, "name": "mine", "sources": [ { "name": "f", "type": "json", "path": "x" } ],
                  "target": { "type": "duckdb", "path": "y" }, "datasets": [ { "name": "d", "source": "f" } ],
                  "tables": [ { "name": "t", "columns": [ { "name": "a", "type": "JSON" } ],
                    "feeds": [ { "dataset": "d", "rows": "$", "set": { "a": "$" } } ] } ] }
                """);

        Plan recipe = Recipes.load(file.toString());

        assertThat(recipe.isRecipe()).isTrue();
        assertThat(PlanWriter.write(recipe)).doesNotContain("source").doesNotContain("target");
    }

    @Test
    void tellsTheNamesThereAre() {
        for (String name : new String[] {"benchmark", "no/such.json", "a\u0000b"}) {
            assertThatExceptionOfType(GodwitException.class)
                    .isThrownBy(() -> Recipes.load(name))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.RECIPE_UNKNOWN))
                    .satisfies(e -> assertThat(e.arguments()).containsExactly(name, String.join(", ", Recipes.names())));
        }
    }
}
