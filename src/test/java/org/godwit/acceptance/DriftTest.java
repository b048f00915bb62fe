package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.engine.profile.Inspector;
import org.godwit.engine.propose.Proposer;
import org.godwit.model.Inspection;
import org.godwit.model.Ledger;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that changes late: what a sample of the first files would never show. */
final class DriftTest {
    private static final int FILES = 200;
    private static final int LEAVES = 4 * FILES + 1;

    @TempDir
    private Path folder;

    private static String document(int i) {
        String value = i == 150 ? "12.75" : i == 180 ? "18446744073709551617" : Integer.toString(i * 3);
        String late = i == 170 ? ", \"cooling\": \"water\"" : "";
        return "{\"id\": " + i + ", \"value\": " + value + ", \"host\": {\"name\": \"h" + i % 4 + "\", \"cores\": " + i % 7 + late + "}}";
    }

    @Test
    void roundsNothingAndDropsNothing() {
        Migration migration = new Migration(folder);
        IntStream.range(0, FILES).forEach(i -> migration.file("%03d.json".formatted(i), document(i)));
        Plan plan = migration.plan(migration.in(), Optional.empty());
        RunResult result = migration.run(plan);
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        assertThat(result.verification().passed()).isTrue();
        assertThat(result.verification().rebuilt()).isEqualTo(FILES);
        assertThat(result.ledger().total()).isEqualTo(new Ledger.Counts(LEAVES, LEAVES, 0, 0, 0, 0));
        assertThat(result.tables()).singleElement().satisfies(table -> assertThat(table.rows()).isEqualTo(FILES));
        String table = '"' + result.tables().get(0).name() + '"';
        assertThat(migration.query("SELECT typeof(value), CAST(value AS VARCHAR) FROM " + table + " WHERE source_id IN (149, 150, 180) ORDER BY source_id"))
                .containsExactly(List.of("DECIMAL(22,2)", "447.00"), List.of("DECIMAL(22,2)", "12.75"), List.of("DECIMAL(22,2)", "18446744073709551617.00"));
        assertThat(migration.query("SELECT source_id FROM " + table + " WHERE host_cooling = 'water'")).containsExactly(List.of("170"));
        assertThat(migration.query("SELECT count(*) FROM _godwit_documents WHERE rest IS NOT NULL")).containsExactly(List.of("0"));
    }

    @Test
    void givesTheSamePlanInAnyOrderOfFiles() {
        Set<String> plans = new HashSet<>();
        for (int order = 0; order < 6; order++) {
            Migration migration = new Migration(folder.resolve("order" + order));
            List<Integer> shuffled = new ArrayList<>(IntStream.range(0, FILES).boxed().toList());
            if (order > 0) {
                Collections.shuffle(shuffled, new Random(order));
            }
            for (int i = 0; i < FILES; i++) {
                migration.file("%03d.json".formatted(i), document(shuffled.get(i)));
            }
            for (int jobs : List.of(1, 2, 7)) {
                Inspection inspection = new Inspector(new JsonConnector(), jobs).inspect(List.of(migration.in().toString()), new TaskContext());
                plans.add(PlanWriter.write(new Proposer().propose(inspection, List.of("in"), "out.duckdb").plan()));
            }
        }
        assertThat(plans).hasSize(1);
    }
}
