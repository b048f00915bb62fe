package org.godwit.app.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.FXCollections;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.place.EnteredPasswords;
import org.godwit.app.place.NamedPlace;
import org.godwit.app.place.ServerModel;
import org.godwit.app.result.ResultLinks;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeRows;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.model.Plan;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that profiles have names for, chosen in the form of a server; background work happens at once. */
final class NamedPlaceTest {
    private final FxTasks tasks = new FxTasks(new TaskService(Runnable::run), Runnable::run);

    @TempDir
    private Path folder;

    private Path profiles = Path.of("");
    private Optional<WizardModel> made = Optional.empty();

    @BeforeEach
    void write() throws IOException {
        profiles = Files.writeString(folder.resolve("godwit-profiles.json"), """
                { "version": 1, "default": "development", "profiles": {
                    "development": { "places": {
                        "lab": { "type": "json", "path": "in" },
                        "raw": { "type": "mariadb", "connection": { "host": "raw.example.org", "database": "lab", "user": "ada" } },
                        "results": { "type": "postgresql", "connection": { "host": "dev.example.org", "port": 5433, "database": "results", "password": "${env:DEV}" } } } },
                    "production": { "protected": true, "places": {
                        "results": { "type": "postgresql", "connection": { "host": "db.example.org", "database": "results", "schema": "lab" } } } } } }
                """);
        WizardLinks links = new WizardLinks(
                FakeRows.opener(), used -> {}, FXCollections.observableArrayList(), folder.resolve("plans"), ResultLinks.NONE, new EnteredPasswords(), folder);
        made = Optional.of(new WizardModel(new FakeWorkbench(), new Kit(tasks, new FakeDesk()), links));
    }

    private WizardModel model() {
        return made.orElseThrow();
    }

    private ServerModel form() {
        model().connect();
        return ((SourceState.Connecting) model().sourceProperty().get()).server();
    }

    private static NamedPlace place(ServerModel form, String profile, String name) {
        return form.places().stream().filter(place -> place.profile().equals(profile) && place.name().equals(name)).findFirst().orElseThrow();
    }

    private FoundModel read(String profile, String name) {
        ServerModel form = form();
        form.choose(Optional.of(place(form, profile, name)));
        model().open(form.connection(), form.placeProperty().get());
        model().found().orElseThrow().recipeProperty().set(Optional.empty());
        return model().found().orElseThrow();
    }

    private Plan named(FoundModel found) {
        return found.named(found.into(model().mapping().planProperty().get()));
    }

    @Test
    void onlyServersCanBeChosen() {
        assertThat(form().places()).extracting(NamedPlace::profile, NamedPlace::name).containsExactly(
                org.assertj.core.groups.Tuple.tuple("development", "raw"),
                org.assertj.core.groups.Tuple.tuple("development", "results"),
                org.assertj.core.groups.Tuple.tuple("production", "results"));
    }

    @Test
    void fillsTheFieldsAndSaysSo() {
        ServerModel form = form();
        form.choose(Optional.of(place(form, "development", "results")));
        assertThat(form.hostProperty().get()).isEqualTo("dev.example.org");
        assertThat(form.portProperty().get()).isEqualTo("5433");
        assertThat(form.fromProperty().get()).isEqualTo(ServerModel.PasswordFrom.VARIABLE);
        assertThat(form.faultProperty().get()).isEmpty();
        assertThat(form.placeWordsProperty().get()).isEqualTo("As the profile development has it. A saved plan only names results. A field that is changed takes the name away.");
        form.choose(Optional.of(place(form, "production", "results")));
        assertThat(form.portProperty().get()).isEmpty();
        assertThat(form.schemaProperty().get()).isEqualTo("lab");

        form.type("secret");
        assertThat(form.placeProperty().get()).as("the password is nothing that a profile has").isPresent();
        form.hostProperty().set("other.example.org");
        assertThat(form.placeProperty().get()).isEmpty();
        assertThat(form.placeWordsProperty().get()).isEmpty();
        assertThat(form.databaseProperty().get()).isEqualTo("results");
    }

    @Test
    void aSourceIsOnlyNamedInThePlanAndInTheCommand() {
        FoundModel found = read("development", "raw");
        found.target().textProperty().set(folder.resolve("raw.duckdb").toString());
        Plan plan = named(found);
        assertThat(plan.sources()).extracting(Plan.Source::type, Plan.Source::path).containsExactly(org.assertj.core.groups.Tuple.tuple("place", "raw"));
        assertThat(plan.target()).isEqualTo(new Plan.Target("duckdb", folder.resolve("raw.duckdb").toString()));
        assertThat(CommandLine.of(found)).contains(
                "godwit migrate place:raw --to " + folder.resolve("raw.duckdb") + " --profile development --profiles " + profiles);
    }

    @Test
    void aTargetIsOnlyNamedTooUntilAFieldIsChanged() {
        FoundModel found = read("development", "raw");
        ServerModel form = found.target().server();
        found.target().kindProperty().set(TargetKind.SERVER);
        form.choose(Optional.of(place(form, "development", "results")));
        found.target().modeProperty().set(Plan.Mode.REPLACE);
        assertThat(named(found).target()).isEqualTo(new Plan.Target(Plan.PLACE, "results").with(Plan.Mode.REPLACE));
        assertThat(CommandLine.of(found)).contains("godwit migrate place:raw --to place:results --profile development --profiles " + profiles + " --replace");

        form.databaseProperty().set("other");
        assertThat(named(found).target()).extracting(Plan.Target::type, Plan.Target::path).containsExactly("postgresql", form.connection().text());
    }

    @Test
    void onePlanIsCarriedOutByOneProfile() {
        FoundModel found = read("development", "raw");
        ServerModel form = found.target().server();
        found.target().kindProperty().set(TargetKind.SERVER);
        form.choose(Optional.of(place(form, "production", "results")));
        assertThat(named(found).target()).isEqualTo(new Plan.Target(Plan.PLACE, "results"));
        assertThat(named(found).sources()).extracting(Plan.Source::type).doesNotContain(Plan.PLACE);
        assertThat(CommandLine.of(found)).hasValueSatisfying(command -> assertThat(command)
                .startsWith("godwit migrate mariadb://ada@raw.example.org/lab").contains(" --to place:results --profile production "));
    }

    @Test
    void saysWhatIsWrongWithTheFileOfProfiles() throws IOException {
        Files.writeString(profiles, "{ \"version\": 1, \"profiles\": { \"lab\": {} } }");
        ServerModel form = form();
        assertThat(form.places()).isEmpty();
        assertThat(form.placeWordsProperty().get()).contains("godwit-profiles.json");
        Files.delete(profiles);
        assertThat(form().placeWordsProperty().get()).isEmpty();
    }
}
