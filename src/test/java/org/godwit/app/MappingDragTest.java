package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Mouse;
import org.godwit.app.testing.Opened;
import org.godwit.duck.Leases;
import org.godwit.model.PathExpr;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path is dragged from the source to the target by a mouse; on a display, since JavaFX has no dragging without one. */
@Tag("display")
final class MappingDragTest {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-hover");
    private static final int SETTLE_MILLIS = 1_000;

    private final Leases leases = new Leases();

    @TempDir
    private Path folder;

    private TestWindow shown;
    private boolean anew;

    @BeforeEach
    void openMapping() throws IOException, InterruptedException, ExecutionException {
        shown = new TestWindow(folder, _ -> RealServices.in(folder, leases));
        Path in = Files.createDirectory(folder.resolve("results"));
        Files.writeString(in.resolve("a.json"), "{\"name\": \"bert\", \"latency\": 12.75}");
        Fx.run(() -> {
            shown.stage.setX(0);
            shown.stage.setY(0);
            shown.window.migrate().open(List.of(in));
            shown.window.shell().go("migrate");
        });
        for (String step : List.of("data", "mapping")) {
            shown.next(step);
        }
        Fx.until("trees", () -> tree("#source-tree") != null && tree("#target-tree") != null && tree("#target-tree").getRoot() != null);
        Fx.run(() -> List.of("#source-tree", "#target-tree").forEach(tree -> tree(tree).getRoot().getChildren().forEach(line -> line.setExpanded(true))));
        Thread.sleep(SETTLE_MILLIS);
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
        leases.close();
    }

    @Test
    void aPathOnATableBecomesAColumn() throws InterruptedException, ExecutionException {
        String table = Fx.get(() -> table().name());
        drag("latency", table, () -> table().columns().stream().anyMatch(column -> column.name().equals("latency_2")));
        assertThat(Fx.get(() -> from("latency_2"))).isEqualTo(List.of("@.latency"));
    }

    @Test
    void aPathOnAColumnFillsIt() throws InterruptedException, ExecutionException {
        drag("latency", "name", () -> from("name").equals(List.of("@.latency")));
        assertThat(Fx.get(() -> table().columns().size())).isEqualTo(3);
    }

    /** What comes from the background makes lines anew, at any moment. */
    @Test
    void goesOnWhileTheLinesAreMadeAnew() throws InterruptedException, ExecutionException {
        anew = true;
        drag("latency", "name", () -> from("name").equals(List.of("@.latency")));
    }

    private void drag(String path, String onto, BooleanSupplier done) throws InterruptedException, ExecutionException {
        Mouse.until(path + " on " + onto, done, () -> drag(path, onto));
    }

    private void drag(String path, String onto) throws InterruptedException, ExecutionException {
        Point2D from = Fx.get(() -> Mouse.at(line("#source-tree", path)));
        Point2D to = Fx.get(() -> Mouse.at(line("#target-tree", onto)));
        Mouse.drag(from, to, () -> line("#target-tree", onto).getPseudoClassStates().contains(OVER), this::makeAnew);
    }

    private void makeAnew() throws InterruptedException, ExecutionException {
        if (anew) {
            Fx.run(() -> List.of("#source-tree", "#target-tree").forEach(tree -> tree(tree).refresh()));
            Thread.sleep(SETTLE_MILLIS);
        }
    }

    private TableSpec table() {
        return shown.window.migrate().mapping().planProperty().get().tables().getFirst();
    }

    private List<String> from(String column) {
        return table().feeds().getFirst().set().get(column) instanceof ValueSpec.From from ? from.paths().stream().map(PathExpr::text).toList() : List.of();
    }

    private TreeTableView<?> tree(String selector) {
        return (TreeTableView<?>) shown.scene().lookup(selector);
    }

    private Node line(String tree, String text) {
        return Opened.all(tree(tree))
                .filter(node -> node instanceof TreeTableRow<?> row && !row.isEmpty())
                .filter(row -> Opened.all(row).anyMatch(part -> part instanceof Labeled labeled && text.equals(labeled.getText())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + text));
    }
}
