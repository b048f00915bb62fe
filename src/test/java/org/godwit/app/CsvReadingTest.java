package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Names;
import org.godwit.app.testing.Opened;
import org.godwit.duck.Leases;
import org.godwit.model.CsvOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose content tells it wrong is read as a person says, from the source page to the saved plan. */
final class CsvReadingTest {
    private final Leases leases = new Leases();

    @TempDir
    private Path folder;

    private TestWindow shown;

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        shown = new TestWindow(folder, _ -> RealServices.in(folder, leases));
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
        leases.close();
    }

    private void read(String name, String text) throws IOException, InterruptedException, ExecutionException {
        Path file = Files.writeString(folder.resolve(name), text);
        Fx.run(() -> {
            shown.window.shell().go("migrate");
            shown.window.migrate().open(List.of(file));
        });
        Fx.until("found", () -> shown.scene().lookup("#files") != null && shown.isReady("#next"));
    }

    @Test
    void goesFromTheKeysToTheTargetThePlanAndTheCommand() throws IOException, InterruptedException, ExecutionException {
        read("notes.csv", "note\nslow;hot;loud\ncold;calm;quiet\n");
        assertThat(shown.texts()).contains("How the file is read", "Delimiter", "Header", "1 table with bad rows").noneMatch(text -> text.contains("There is nothing at"));
        assertThat(shown.texts()).as("what was found").contains("As found: semicolon ;", "As found: first row");
        assertThat(Fx.get(() -> Names.missing(shown.scene().getRoot()))).isEmpty();

        shown.tabTo("reading-delimiter");
        shown.press("Down");
        assertThat(Fx.get(() -> at("#reading-delimiter", ComboBox.class).getSelectionModel().getSelectedIndex())).isEqualTo(1);
        Fx.until("read again", () -> shown.isReady("#next") && options().equals(new CsvOptions(',', null)));
        assertThat(shown.texts()).contains("2", "rows", "with problems").doesNotContain("1 table with bad rows", "Reading again…");

        shown.tabTo("reading-header");
        shown.press("Down", "Down");
        Fx.until("read again", () -> shown.isReady("#next") && options().equals(new CsvOptions(',', false)));
        assertThat(shown.texts()).contains("3", "rows");

        Path target = folder.resolve("out.duckdb");
        Fx.run(() -> at("#target", TextField.class).setText(target.toString()));
        for (String step : List.of("data", "mapping", "review")) {
            shown.next(step);
        }
        shown.fire("#migrate");
        Fx.until("result", () -> shown.window.migrate().step().equals("result"));
        assertThat(shown.texts()).contains("3 of 3");

        Path saved = folder.resolve("saved.plan.json");
        shown.desk.willAnswer(saved);
        Fx.run(() -> Opened.button(shown.scene(), "Sa_ve plan…").fire());
        Fx.until("saved", () -> Files.exists(saved));
        assertThat(Files.readString(saved)).contains("\"options\": { \"delimiter\": \",\", \"header\": false, \"types\": {} }");
        Fx.run(() -> Opened.button(shown.scene(), "Cop_y as command").fire());
        Fx.until("copied", () -> !shown.desk.copied().isEmpty());
        assertThat(shown.desk.copied()).singleElement().asString().startsWith("godwit migrate ").endsWith(" --delimiter , --no-header");
    }

    @Test
    void theDataPageShowsTheColumnsAsTheyAreReadNow() throws IOException, InterruptedException, ExecutionException {
        read("models.csv", "bert|base,uncased\nt5|small,en\n");
        Fx.run(() -> at("#reading-delimiter", ComboBox.class).getSelectionModel().select(4));
        Fx.until("read again", () -> shown.isReady("#next") && options().equals(new CsvOptions('|', null)));
        Fx.run(() -> at("#reading-header", ComboBox.class).getSelectionModel().select(2));
        Fx.until("read again", () -> shown.isReady("#next") && options().equals(new CsvOptions('|', false)));
        shown.next("data");
        Fx.until("columns", () -> Opened.texts(shown.scene()).containsAll(List.of("column1", "column2")));
        Fx.run(() -> at("#data-parts", TabPane.class).getSelectionModel().select(1));
        assertThat(shown.texts()).as("the sketch of the tables").contains("column1", "column2").doesNotContain("bert|base");
        shown.fire("#back");
        Fx.until("source", () -> shown.window.migrate().step().equals("source"));
        Fx.run(() -> at("#reading-header", ComboBox.class).getSelectionModel().select(0));
        Fx.until("read again", () -> shown.isReady("#next") && options().equals(new CsvOptions('|', null)));
    }

    @Test
    void isThereForAFolderOfSeveralFormatsToo() throws IOException, InterruptedException, ExecutionException {
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        Files.writeString(mixed.resolve("a.json"), "{\"model\": \"bert\"}");
        Files.writeString(mixed.resolve("notes.txt"), "by hand");
        Files.writeString(mixed.resolve("b.csv"), "id;word\n1;one\n");
        Fx.run(() -> {
            shown.window.shell().go("migrate");
            shown.window.migrate().open(List.of(mixed));
        });
        Fx.until("found", () -> shown.scene().lookup("#files") != null && shown.isReady("#next"));

        assertThat(shown.texts()).contains("As found: semicolon ;", "1 file is left out", "a.json", "mixed#b");
    }

    @Test
    void isThereOnlyWhereItMatters() throws IOException, InterruptedException, ExecutionException {
        read("results.json", "{\"model\": \"bert\"}");
        assertThat(Fx.get(() -> shown.scene().lookup("#reading-delimiter"))).isNull();
    }

    private CsvOptions options() {
        CsvOptions said = shown.window.migrate().mapping().planProperty().get().sources().getFirst().options();
        return new CsvOptions(said.delimiter(), said.header());
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Opened.find(shown.scene(), selector, kind);
    }
}
