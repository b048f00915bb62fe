package org.godwit.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Choices;
import org.godwit.model.DatasetProfile;
import org.godwit.model.PathExpr;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides otherwise than the scan: keys that are data, datasets joined and split. */
final class ChoicesTest {
    @TempDir
    private Path temp;

    private Folder folder = new Folder(Path.of(""));
    private Optional<Workbench> workbench = Optional.empty();

    @BeforeEach
    void writeFiles() {
        folder = new Folder(temp.resolve("in"))
                .documents("speed", List.of(
                        "{\"model\": \"a\", \"speed\": {\"cpu\": {\"ms\": 1, \"ok\": true}, \"cuda\": {\"ms\": 2, \"ok\": true}, \"mps\": {\"ms\": 3, \"ok\": false}}}",
                        "{\"model\": \"b\", \"speed\": {\"cpu\": {\"ms\": 4, \"ok\": true}}, \"note\": \"slow\"}",
                        "{\"model\": \"c\", \"speed\": {\"cuda\": {\"ms\": 5, \"ok\": true}}, \"note\": \"fast\"}"))
                .documents("power", List.of(
                        "{\"device\": \"x\", \"watts\": 3, \"limits\": {\"low\": 1, \"high\": 9}}",
                        "{\"device\": \"y\", \"watts\": 4, \"limits\": {\"low\": 2, \"high\": 8}}"));
        workbench = Optional.of(new LocalWorkbench(new JsonConnector(), new Workspace(temp.resolve("home"))));
    }

    @Test
    void makesColumnsOfKeysThatWereTakenAsData() {
        Workbench.Draft found = draft(Choices.NONE);
        DatasetProfile speed = Folder.dataset(found.inspection(), "speed");
        assertThat(Folder.node(speed.root(), "speed").keysAreData()).satisfies(verdict -> {
            assertThat(verdict.data()).isTrue();
            assertThat(verdict.names()).isEqualTo(3);
            assertThat(verdict.examples()).containsExactly("cpu", "cuda", "mps");
        });
        assertThat(tables(found)).contains("speed_speed");

        Workbench.Draft decided = draft(Choices.NONE.withKeys(keys(speed, false, "speed")));

        assertThat(tables(decided)).doesNotContain("speed_speed");
        assertThat(columns(decided, "speed")).contains("speed_cpu_ms", "speed_cuda_ms", "speed_mps_ok");
        assertLossless(decided);
    }

    @Test
    void makesRowsOfKeysThatWereTakenAsFields() {
        Workbench.Draft found = draft(Choices.NONE);
        DatasetProfile power = Folder.dataset(found.inspection(), "power");
        assertThat(columns(found, "power")).contains("limits_low", "limits_high");

        Workbench.Draft decided = draft(Choices.NONE.withKeys(keys(power, true, "limits")));

        assertThat(columns(decided, "power")).doesNotContain("limits_low");
        assertThat(columns(decided, "power_limits")).contains("key", "value");
        assertLossless(decided);
    }

    @Test
    void joinsDatasetsThatTheScanTellsApart() {
        Workbench.Draft found = draft(Choices.NONE);
        Set<String> all = found.inspection().datasets().stream().flatMap(dataset -> shapes(dataset).stream()).collect(Collectors.toSet());
        assertThat(found.inspection().datasets()).hasSize(2);

        Workbench.Draft decided = draft(Choices.NONE.withDataset(all));

        assertThat(decided.inspection().datasets()).singleElement().satisfies(one -> assertThat(one.documents()).isEqualTo(5));
        assertLossless(decided);
    }

    @Test
    void splitsADatasetByAMember() {
        DatasetProfile speed = Folder.dataset(draft(Choices.NONE).inspection(), "speed");
        Set<String> with = speed.shapes().stream()
                .filter(shape -> shape.members().containsKey("note"))
                .map(DatasetProfile.Shape::id)
                .collect(Collectors.toSet());
        Set<String> without = shapes(speed);
        without.removeAll(with);

        Workbench.Draft decided = draft(Choices.NONE.withDataset(without).withDataset(with));

        assertThat(decided.inspection().datasets().stream().map(DatasetProfile::documents)).containsExactlyInAnyOrder(1L, 2L, 2L);
        assertLossless(decided);
    }

    @Test
    void givesTheSamePlanForTheSameChoicesWithAnyNumberOfWorkers() {
        DatasetProfile speed = Folder.dataset(draft(Choices.NONE).inspection(), "speed");
        Choices choices = Choices.NONE.withKeys(keys(speed, false, "speed")).withDataset(shapes(speed));
        Inspector one = new Inspector(new JsonConnector(), 1);
        Inspector three = new Inspector(new JsonConnector(), 3);
        List<String> places = List.of(folder.path().toString());

        assertThat(three.inspect(places, List.of(), choices, new TaskContext()).datasets())
                .isEqualTo(one.inspect(places, List.of(), choices, new TaskContext()).datasets());
        assertThat(draft(choices).plan()).isEqualTo(draft(choices).plan());
    }

    @Test
    void takesAChoiceBack() {
        DatasetProfile speed = Folder.dataset(draft(Choices.NONE).inspection(), "speed");
        Choices choices = Choices.NONE.withKeys(keys(speed, false, "speed")).withKeys(keys(speed, true, "speed"));
        assertThat(choices.keys()).hasSize(1);
        assertThat(draft(choices).plan()).isEqualTo(draft(Choices.NONE).plan());
    }

    private Workbench.Draft draft(Choices choices) {
        return workbench.orElseThrow()
                .draft(List.of(folder.path().toString()), temp.resolve("out.duckdb").toString(), Optional.empty(), choices, new TaskContext());
    }

    private void assertLossless(Workbench.Draft draft) {
        RunResult result = workbench.orElseThrow().run(draft.plan(), temp, RunOptions.usual(), new TaskContext());
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        assertThat(result.ledger().balanced()).isTrue();
        assertThat(result.verification().rebuilt()).isEqualTo(5);
    }

    private static Choices.Keys keys(DatasetProfile dataset, boolean data, String key) {
        PathExpr path = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of(new Step.Key(key)));
        return new Choices.Keys(dataset.shapes().getFirst().id(), path, data);
    }

    private static Set<String> shapes(DatasetProfile dataset) {
        return dataset.shapes().stream().map(DatasetProfile.Shape::id).collect(Collectors.toSet());
    }

    private static List<String> tables(Workbench.Draft draft) {
        return draft.plan().tables().stream().map(TableSpec::name).toList();
    }

    private static List<String> columns(Workbench.Draft draft, String table) {
        return draft.plan().table(table).orElseThrow().columns().stream().map(TableSpec.Column::name).toList();
    }
}
