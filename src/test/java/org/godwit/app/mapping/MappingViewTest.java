package org.godwit.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Names;
import org.godwit.engine.diagnose.Sample;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on a stage, with the real engine. */
final class MappingViewTest {
    private final TaskService tasks = new TaskService();

    @TempDir
    private Path folder;

    private Optional<Mapped> mapped = Optional.empty();
    private Optional<MappingModel> model = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    @BeforeEach
    void open() throws IOException, InterruptedException, ExecutionException {
        Mapped made = Mapped.in(folder);
        mapped = Optional.of(made);
        Fx.start();
        Fx.run(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            FakeDesk desk = new FakeDesk();
            MappingModel opened = new MappingModel(made.workbench(), new Kit(new FxTasks(tasks, Platform::runLater), desk), 20);
            Stage shown = new Stage();
            Scene scene = new Scene(new MappingView(opened, desk), 1000, 760);
            scene.getStylesheets().addAll("/css/light.css", "/css/godwit.css", "/css/mapping.css");
            shown.setScene(scene);
            shown.show();
            opened.open(made.proposal().plan(), folder, made.inspection(), List.of());
            model = Optional.of(opened);
            stage = Optional.of(shown);
        });
        Fx.until("rows", () -> at("#preview", TableView.class).getItems().size() == 4);
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        tasks.close();
        Fx.run(() -> stage.orElseThrow().close());
    }

    @Test
    void renamesByKeyboardAloneAndTakesItBack() throws InterruptedException, ExecutionException {
        select("latency");
        press("#target-tree", KeyCode.F2, false);
        Fx.run(() -> {
            assertThat(at("#inspector-name", TextField.class).isFocused()).isTrue();
            at("#inspector-name", TextField.class).setText("latency_ms");
            at("#inspector-name", TextField.class).fireEvent(new javafx.event.ActionEvent());
        });
        Fx.until("renamed", () -> column("latency_ms").isPresent());
        press("#target-tree", KeyCode.Z, true);
        Fx.until("undone", () -> column("latency").isPresent());
        assertThat(Fx.get(() -> at("#redo", Button.class).getAccessibleText())).isEqualTo("Redo: Rename latency to latency_ms");
        press("#target-tree", KeyCode.Y, true);
        Fx.until("redone", () -> column("latency_ms").isPresent());
    }

    @Test
    void showsInThePreviewWhatAnotherTypeDoesAndMendsIt() throws InterruptedException, ExecutionException {
        select("latency");
        Fx.run(() -> {
            ComboBox<?> types = at("#inspector-type", ComboBox.class);
            types.getEditor().setText("INTEGER");
            types.commitValue();
        });
        Fx.until("rejected", () -> first().map(sample -> sample.why() == Sample.Why.REJECTED).orElse(false));
        Fx.until("counted by trying it out", () -> at("#coverage", Label.class).getText().contains("2 lost"));
        Fx.run(() -> at("#mend-type", Button.class).fire());
        Fx.until("mended", () -> column("latency").orElseThrow().type().equals(DataType.DOUBLE));
        Fx.until("all fit", () -> first().map(sample -> sample.why() != Sample.Why.REJECTED).orElse(false));
    }

    @Test
    void dropsAColumnByKeyAndAddsItAgainFromItsPath() throws InterruptedException, ExecutionException {
        select("latency");
        press("#target-tree", KeyCode.DELETE, false);
        Fx.until("dropped", () -> column("latency").isEmpty());
        Fx.run(() -> at("#source-filter", TextField.class).setText("latency"));
        Fx.run(() -> at("#source-tree", TreeTableView.class).getSelectionModel().select(1));
        press("#source-tree", KeyCode.INSERT, false);
        Fx.until("added", () -> column("latency").isPresent());
        Fx.until("all in columns", () -> at("#coverage", Label.class).getText().startsWith("32 values: 32 in columns"));
    }

    @Test
    void showsEditsOfTheTextInTheTreeAndTheOtherWayRound() throws InterruptedException, ExecutionException {
        Fx.run(() -> at("#mapping-tabs", TabPane.class).getSelectionModel().select(1));
        Fx.until("text", () -> at("#plan-text", TextArea.class).getText().equals(model.orElseThrow().text()));
        Fx.run(() -> at("#plan-text", TextArea.class).setText(model.orElseThrow().text().replace("\"latency\"", "\"delay\"")));
        Fx.until("read", () -> column("delay").isPresent());
        Fx.run(() -> at("#mapping-tabs", TabPane.class).getSelectionModel().select(0));
        Fx.run(() -> at("#target-filter", TextField.class).setText("delay"));
        assertThat(Fx.get(() -> at("#target-tree", TreeTableView.class).getExpandedItemCount())).isEqualTo(2);
        Fx.run(() -> model.orElseThrow().undo());
        Fx.run(() -> at("#mapping-tabs", TabPane.class).getSelectionModel().select(1));
        Fx.until("text follows", () -> at("#plan-text", TextArea.class).getText().contains("\"latency\""));
    }

    @Test
    void namesTheLineOfAnErrorInTheText() throws InterruptedException, ExecutionException {
        Fx.run(() -> at("#mapping-tabs", TabPane.class).getSelectionModel().select(1));
        Fx.run(() -> at("#plan-text", TextArea.class).setText("{\n \"version\": 1,\n \"name\": \n}"));
        Fx.until("problem", () -> !at("#plan-problems", ListView.class).getItems().isEmpty());
        assertThat(Fx.get(() -> at("#plan-problems", ListView.class).getItems().getFirst().toString())).contains("line=4");
    }

    @Test
    void filtersBothSides() throws InterruptedException, ExecutionException {
        Fx.run(() -> at("#source-filter", TextField.class).setText("precision"));
        assertThat(Fx.get(() -> at("#source-tree", TreeTableView.class).getExpandedItemCount())).isEqualTo(3);
        Fx.run(() -> at("#target-filter", TextField.class).setText("no such thing"));
        assertThat(Fx.get(() -> at("#target-tree", TreeTableView.class).getExpandedItemCount())).isZero();
    }

    @Test
    void keepsTheTreeWhereALetterLeavesNoLineOut() throws InterruptedException, ExecutionException {
        for (String side : List.of("source", "target")) {
            Object few = filtered(side, "late");
            assertThat(filtered(side, "laten")).isSameAs(few);
            assertThat(filtered(side, "latency")).isSameAs(few);
            Object none = filtered(side, "latency of nothing");
            assertThat(none).isNotSameAs(few);
            assertThat(Fx.get(() -> at("#" + side + "-tree", TreeTableView.class).getExpandedItemCount())).isZero();
            Object all = filtered(side, "");
            assertThat(all).isNotSameAs(none);
            assertThat(Fx.get(() -> at("#" + side + "-tree", TreeTableView.class).getExpandedItemCount())).isPositive();
            assertThat(filtered(side, "no such thing")).isNotSameAs(all);
        }
    }

    private Object filtered(String side, String text) throws InterruptedException, ExecutionException {
        return Fx.get(() -> {
            at("#" + side + "-filter", TextField.class).setText(text);
            return at("#" + side + "-tree", TreeTableView.class).getRoot();
        });
    }

    @Test
    void namesEverythingThatCanHaveTheFocus() throws InterruptedException, ExecutionException {
        select("latency");
        assertThat(Fx.get(() -> Names.missing(stage.orElseThrow().getScene().getRoot()))).isEmpty();
        Fx.run(() -> model.orElseThrow().selectionProperty().set(new Selection(mapped.orElseThrow().table(), "")));
        assertThat(Fx.get(() -> Names.missing(stage.orElseThrow().getScene().getRoot()))).isEmpty();
    }

    private void select(String column) throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            model.orElseThrow().selectionProperty().set(new Selection(mapped.orElseThrow().table(), column));
            stage.orElseThrow().getScene().getRoot().applyCss();
            at("#target-tree", Node.class).requestFocus();
        });
    }

    private Optional<TableSpec.Column> column(String name) {
        return model.orElseThrow().planProperty().get().table(mapped.orElseThrow().table()).orElseThrow().column(name);
    }

    private Optional<Sample> first() {
        return model.orElseThrow().previewProperty().get() instanceof PreviewState.Shown shown ? shown.samples().stream().findFirst() : Optional.empty();
    }

    private void press(String selector, KeyCode code, boolean shortcut) throws InterruptedException, ExecutionException {
        Fx.run(() -> Event.fireEvent(at(selector, Node.class), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return kind.cast(stage.orElseThrow().getScene().lookup(selector));
    }
}
