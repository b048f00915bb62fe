package org.godwit.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan language on real cases: a plan for each folder of the shared data, written by hand. */
class HandWrittenPlansTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "plans/archived-test-results.plan.json",
        "plans/benchmark-results.plan.json",
        "plans/performance-results.plan.json",
        "plans/test-benchmark-database.plan.json",
        "plans/experiment-export.plan.json",
        "plans/model-registry.plan.json",
        "recipes/benchmark-results.recipe.json"
    })
    void areFreeOfFaultsAndWrittenAsTheyStand(String name) {
        String text = text(name);
        assertThat(PlanReader.faults(text, name)).isEmpty();
        assertThat(PlanWriter.write(PlanReader.read(text, name))).isEqualTo(text);
    }

    private static String text(String name) {
        try (InputStream in = HandWrittenPlansTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
