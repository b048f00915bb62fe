package org.godwit.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.junit.jupiter.api.Test;

class BenchmarkResultsRecipeTest {
    private static final Map<String, List<String>> STAR_SCHEMA = Map.of(
            "hardware_platforms", List.of("hardware_id", "hardware_type", "device_name", "platform", "platform_version",
                    "driver_version", "memory_gb", "compute_units", "metadata", "created_at"),
            "models", List.of("model_id", "model_name", "model_family", "modality", "source", "version",
                    "parameters_million", "metadata", "created_at"),
            "test_runs", List.of("run_id", "test_name", "test_type", "started_at", "completed_at",
                    "execution_time_seconds", "success", "git_commit", "git_branch", "command_line", "metadata", "created_at"),
            "performance_results", List.of("result_id", "run_id", "model_id", "hardware_id", "test_case", "batch_size",
                    "precision", "total_time_seconds", "average_latency_ms", "throughput_items_per_second", "memory_peak_mb",
                    "iterations", "warmup_iterations", "metrics", "created_at"),
            "performance_batch_results", List.of("batch_id", "result_id", "batch_index", "batch_size", "latency_ms",
                    "memory_usage_mb", "created_at"),
            "hardware_compatibility", List.of("compatibility_id", "run_id", "model_id", "hardware_id", "is_compatible",
                    "detection_success", "initialization_success", "error_message", "error_type", "suggested_fix",
                    "workaround_available", "compatibility_score", "metadata", "created_at"),
            "integration_test_results", List.of("test_result_id", "run_id", "test_module", "test_class", "test_name",
                    "status", "execution_time_seconds", "hardware_id", "model_id", "error_message", "error_traceback",
                    "metadata", "created_at"));

    private final Plan recipe = Recipes.load("benchmark-results");

    @Test
    void isARecipe() {
        assertThat(recipe.isRecipe()).isTrue();
        assertThat(recipe.name()).isEqualTo("benchmark-results");
    }

    @Test
    void hasEveryColumnOfTheStarSchema() {
        assertThat(recipe.tables()).extracting(TableSpec::name).containsExactlyInAnyOrderElementsOf(STAR_SCHEMA.keySet());
        STAR_SCHEMA.forEach((table, columns) -> assertThat(recipe.table(table).orElseThrow().columns())
                .as(table)
                .extracting(TableSpec.Column::name)
                .containsAll(columns));
    }

    @Test
    void hasTheViewsOfTheStarSchema() {
        assertThat(recipe.views())
                .extracting(Plan.View::name)
                .containsExactly("latest_performance_metrics", "model_hardware_compatibility", "integration_test_status");
    }

    @Test
    void keepsMeasuresAsDoubles() {
        for (TableSpec table : recipe.tables()) {
            assertThat(table.columns()).as(table.name()).allSatisfy(column -> {
                if (!column.unit().isEmpty()) {
                    assertThat(column.type()).as(column.name()).isEqualTo(DataType.DOUBLE);
                }
            });
        }
    }

    @Test
    void flagsSimulatedRowsOfEveryResult() {
        for (String name : List.of("performance_results", "hardware_compatibility", "integration_test_results")) {
            TableSpec table = recipe.table(name).orElseThrow();
            assertThat(table.feeds()).as(name).allSatisfy(feed -> assertThat(feed.set()).containsKey("is_simulated"));
        }
    }

    @Test
    void leavesNothingOfADocumentOutside() {
        TableSpec runs = recipe.table("test_runs").orElseThrow();
        assertThat(runs.feeds()).extracting(TableSpec.Feed::dataset)
                .containsExactlyElementsOf(recipe.datasets().stream().map(Plan.DatasetSpec::name).toList());
        assertThat(runs.feeds()).allSatisfy(feed -> assertThat(feed.set()).containsKey("metadata"));
    }

    @Test
    void neverLooksAtFileNamesToTellShapesApart() {
        assertThat(recipe.datasets()).allSatisfy(dataset -> assertThat(dataset.types()).as(dataset.name()).isNotEmpty());
    }
}
