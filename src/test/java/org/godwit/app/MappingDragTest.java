package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import org.godwit.app.testing.Fx;
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
    private static final int STEPS = 20;
    private static final int STEP_MILLIS = 40;
    private static final int PRESS_MILLIS = 200;
    private static final int PATIENCE = 100;
    private static final int TRIES = 5;
    private static final int SETTLE_MILLIS = 1_000;

    private final Leases leases = new Leases();

    @TempDir
    private Path folder;

    private TestWindow shown;

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

    /** What comes from the background meanwhile may make the lines anew, which ends a drag; a person drags again. */
    private void drag(String path, String onto, BooleanSupplier done) throws InterruptedException, ExecutionException {
        for (int i = 0; i < TRIES && !Fx.get(done::getAsBoolean); i++) {
            Thread.sleep(SETTLE_MILLIS);
            drag(path, onto);
            Thread.sleep(SETTLE_MILLIS);
        }
        assertThat(Fx.get(done::getAsBoolean)).as(path + " on " + onto).isTrue();
    }

    private void drag(String path, String onto) throws InterruptedException, ExecutionException {
        Robot robot = Fx.get(Robot::new);
        Point2D from = Fx.get(() -> point(line("#source-tree", path)));
        Node target = Fx.get(() -> line("#target-tree", onto));
        Point2D to = Fx.get(() -> point(target));
        Fx.run(() -> robot.mouseMove(from));
        Thread.sleep(PRESS_MILLIS);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        Thread.sleep(PRESS_MILLIS);
        // Until the line under the mouse shows that it takes the path: a display may be slow to begin.
        for (int i = 1; i <= PATIENCE && !Fx.get(() -> target.getPseudoClassStates().contains(OVER)); i++) {
            Point2D on = from.interpolate(to, Math.min(1, i / (double) STEPS)).add(0, i % 2);
            Fx.run(() -> robot.mouseMove(on));
            Thread.sleep(STEP_MILLIS);
        }
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Rectangle2D screen = Fx.get(() -> Screen.getPrimary().getBounds());
        // The mouse of this display is not to lie on what other tests show.
        Fx.run(() -> robot.mouseMove(screen.getMaxX() - 1, screen.getMaxY() - 1));
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

    private static Point2D point(Node line) {
        Bounds bounds = line.localToScreen(line.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + bounds.getWidth() / 4, bounds.getCenterY());
    }
}
