package org.godwit.app.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import org.godwit.app.excerpt.ExcerptState;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.result.ResultLinks;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeRows;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.LocalWorkbench;
import org.godwit.model.DatasetProfile;
import org.godwit.model.TableSpec;
import org.godwit.store.Workspace;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be decided about the data, with the real engine and without a stage. */
final class DataModelTest {
    @TempDir
    private Path folder;

    private Optional<WizardModel> made = Optional.empty();
    private Optional<DataModel> data = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < 6; i++) {
            String note = i % 3 == 0 ? ", \"note\": \"n" + i + "\"" : "";
            String ms = i == 4 ? "\"slow\"" : String.valueOf(i);
            Files.writeString(in.resolve("speed_" + i + ".json"),
                    "{\"model\": \"m" + i + "\",\n \"ms\": " + ms + ",\n \"on\": {\"cpu\": {\"ok\": true}, \"cuda\": {\"ok\": false}, \"mps\": {\"ok\": true}}" + note + "}");
        }
        Files.writeString(in.resolve("power_1.json"), "{\"device\": \"x\", \"watts\": 3, \"volts\": 5}");
        FxTasks tasks = new FxTasks(new TaskService(Runnable::run), Runnable::run);
        WizardLinks links = new WizardLinks(FakeRows.opener(), used -> {}, FXCollections.observableArrayList(), folder.resolve("plans"), ResultLinks.NONE);
        WizardModel model = new WizardModel(new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home"))), new Kit(tasks, new FakeDesk()), links);
        model.open(List.of(in));
        made = Optional.of(model);
        data = Optional.of(new DataModel(model.found().orElseThrow(), model));
        choose("speed");
    }

    @Test
    void showsTheProfileAsPeopleReadIt() {
        ProfileRow note = row("note");
        assertThat(note.share()).isEqualTo(1.0 / 3);
        assertThat(note.types()).isEqualTo("text");
        assertThat(note.distinct()).isEqualTo("2");
        assertThat(row("ms").types()).isEqualTo("number 5, text 1");
        assertThat(row("ms").greatest()).isEqualTo("5");
        assertThat(row("on").children()).singleElement().satisfies(entry -> assertThat(entry.name()).isEqualTo("each entry"));
    }

    @Test
    void leadsFromADriftToTheFirstPlaceOfTheLesserType() {
        assertThat(row("ms").drift()).singleElement().satisfies(drift -> {
            assertThat(drift.words(6)).isEqualTo("1 of 6 values are text where most are number.");
            assertThat(drift.place()).isEqualTo("speed_4.json:1");
            data().excerpts().show(drift.place(), drift.value());
        });
        assertThat(data().excerpts().stateProperty().get()).isInstanceOfSatisfying(ExcerptState.Shown.class, shown ->
                assertThat(shown.excerpt().lines()).anyMatch(line -> line.mark() >= 0 && line.text().substring(line.mark(), line.end()).equals("\"slow\"")));
    }

    @Test
    void tellsWhatTurningKeysOverDoesAndDoesIt() {
        ProfileRow on = row("on");
        assertThat(data().keysWords(on.keys().orElseThrow()))
                .isEqualTo("3 names (cpu, cuda, mps) become rows of one table, with the name in a column. Turned off: columns of their own.");
        assertThat(tables()).containsKey("speed_on");

        data().decideKeys(on, false);

        assertThat(tables()).doesNotContainKey("speed_on");
        assertThat(tables().get("speed")).contains("on_cpu_ok", "on_mps_ok");
        assertThat(row("on").keys().orElseThrow().data()).isFalse();
        data().reset();
        assertThat(tables()).containsKey("speed_on");
    }

    @Test
    void splitsAndJoinsWithWordsBeforehand() {
        assertThat(row("note").canSplit()).isTrue();
        assertThat(row("model").canSplit()).isFalse();
        assertThat(data().splitWords(row("note"))).startsWith("2 documents that have note become a dataset of their own").endsWith("4 stay here.");

        data().split(row("note"));
        assertThat(data().datasets()).extracting(DatasetProfile::documents).containsExactlyInAnyOrder(1L, 2L, 4L);

        List<DatasetProfile> both = data().datasets().stream().filter(dataset -> dataset.documents() > 1).toList();
        assertThat(data().joinWords(both)).startsWith("2 datasets become one of 6 documents: 3 members in common, 1 only in some of them.");
        data().join(both);
        assertThat(data().datasets()).extracting(DatasetProfile::documents).containsExactlyInAnyOrder(1L, 6L);
        assertThat(data().canJoin(data().datasets().subList(0, 1))).isFalse();
    }

    @Test
    void settlesNothingWhenAPlanSaysItAll() throws IOException {
        WizardModel model = made.orElseThrow();
        Path file = folder.resolve("a.plan.json");
        Files.writeString(file, new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home"))).planText(model.mapping().planProperty().get()));
        model.open(List.of(file));
        DataModel settled = new DataModel(model.found().orElseThrow(), model);

        assertThat(settled.openProperty().get()).isFalse();
        assertThat(settled.lockedWords()).startsWith("The plan that you opened says");
    }

    private DataModel data() {
        return data.orElseThrow();
    }

    private void choose(String name) {
        data().datasetProperty().set(data().datasets().stream().filter(dataset -> dataset.name().equals(name)).findFirst().orElseThrow());
    }

    private ProfileRow row(String member) {
        DatasetProfile dataset = data().datasetProperty().get();
        assertThat(dataset).isNotNull();
        return ProfileRow.root(dataset).children().stream().filter(row -> row.name().equals(member)).findFirst().orElseThrow();
    }

    /** Columns by table of the plan as it is now. */
    private Map<String, List<String>> tables() {
        return made.orElseThrow().mapping().planProperty().get().tables().stream()
                .collect(java.util.stream.Collectors.toMap(TableSpec::name, table -> table.columns().stream().map(TableSpec.Column::name).toList()));
    }
}
