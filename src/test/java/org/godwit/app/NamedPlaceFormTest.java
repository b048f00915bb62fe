package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Names;
import org.godwit.app.testing.Opened;
import org.godwit.app.wizard.SourceState;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.duck.Leases;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.ProfileChoice;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan goes into a server that a profile has a name for, and keeps only the name. */
final class NamedPlaceFormTest {
    private final Leases leases = new Leases();

    @TempDir
    private Path folder;

    private Optional<Workbench> workbench = Optional.empty();
    private Path plan = Path.of("");
    private TestWindow shown;

    @BeforeEach
    void open() throws IOException, InterruptedException, ExecutionException {
        PostgresServer server = PostgresServer.shared();
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("a.json"), "{\"model\": \"bert\", \"latency\": 12.75}");
        Files.writeString(folder.resolve("godwit-profiles.json"), """
                { "version": 1, "profiles": {
                    "development": { "places": { "results": { "type": "postgresql", "connection": {
                        "host": "127.0.0.1", "port": %d, "database": "%s", "user": "postgres", "tls": "off" } } } },
                    "production": { "protected": true, "places": { "results": { "type": "postgresql", "connection": {
                        "host": "db.example.org", "database": "results" } } } } } }
                """.formatted(server.port(), server.newDatabase()));
        Services services = RealServices.in(folder.resolve("own"), leases);
        workbench = Optional.of(services.workbench());
        plan = folder.resolve("lab.plan.json");
        Workbench real = services.workbench();
        real.writePlan(real.inspectAndPropose(List.of(in.toString()), folder.resolve("out.duckdb").toString(), Optional.empty(), new TaskContext()).plan(), plan);
        shown = new TestWindow(Files.createDirectories(folder.resolve("own")), _ -> services);
        Fx.run(() -> {
            shown.window.shell().go("migrate");
            shown.window.migrate().open(List.of(plan));
        });
        Fx.until("found", () -> shown.window.migrate().sourceProperty().get() instanceof SourceState.Found);
        Fx.until("source", () -> shown.window.migrate().step().equals("source"));
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
        leases.close();
    }

    @Test
    void leadsIntoTheServerAndBackByTheSavedPlan() throws InterruptedException, ExecutionException, IOException {
        Fx.run(() -> at("#target-kind", ComboBox.class).getSelectionModel().selectLast());
        Fx.until("places", () -> at("#target-place", ComboBox.class) != null && Opened.isShown(at("#target-place", ComboBox.class)));
        assertThat(Fx.get(() -> at("#target-place", ComboBox.class).getItems().size())).isEqualTo(3);
        shown.tabTo("target-place");
        shown.press("Down");
        assertThat(Fx.get(() -> at("#target-host", TextField.class).getText())).isEqualTo("127.0.0.1");
        assertThat(shown.texts()).contains("Named place", "As the profile development has it. A saved plan only names results. A field that is changed takes the name away.");
        assertThat(Fx.get(() -> Names.missing(shown.scene().getRoot()))).isEmpty();
        Fx.run(() -> at("#target-password", TextField.class).setText("none"));

        shown.fire("#accept");
        shown.fire("#migrate");
        Fx.until("result", () -> shown.window.migrate().step().equals("result"));

        Path saved = folder.resolve("saved.plan.json");
        shown.desk.willAnswer(saved);
        Fx.run(() -> Opened.button(shown.scene(), "Sa_ve plan…").fire());
        Fx.until("saved", () -> Files.exists(saved));
        assertThat(Files.readString(saved)).contains("\"target\": { \"place\": \"results\" }").doesNotContain("127.0.0.1");
        Workbench real = workbench.orElseThrow();
        Plan again = new ProfileChoice(null, Optional.of("development")).resolved(real.readPlan(saved), folder);
        assertThat(real.run(again, folder, RunOptions.usual(), new TaskContext()).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
    }

    @Test
    void aChangedFieldTakesTheNameAway() throws InterruptedException, ExecutionException {
        Fx.run(() -> at("#target-kind", ComboBox.class).getSelectionModel().selectLast());
        Fx.until("places", () -> at("#target-place", ComboBox.class).getItems().size() == 3);
        Fx.run(() -> at("#target-place", ComboBox.class).getSelectionModel().select(2));
        assertThat(Fx.get(() -> at("#target-host", TextField.class).getText())).isEqualTo("db.example.org");
        Fx.run(() -> at("#target-host", TextField.class).setText("other.example.org"));
        assertThat(Fx.get(() -> at("#target-place", ComboBox.class).getSelectionModel().getSelectedIndex())).isZero();
        assertThat(shown.texts()).noneMatch(text -> text.startsWith("As the profile"));
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Opened.find(shown.scene(), selector, kind);
    }
}
