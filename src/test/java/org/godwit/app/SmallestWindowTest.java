package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.godwit.app.shell.Destination;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.godwit.duck.Leases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the smallest window that there can be, nothing that can be pressed lies outside and no word that matters is cut. */
final class SmallestWindowTest {
    private static final int SETTLE_MILLIS = 300;
    private static final int PATIENCE = 10;
    private static final double ROUNDING = 1;
    /** What is told in these words is told nowhere else. */
    private static final List<String> NEVER_CUT = List.of("figure", "tile-figure", "tile-words", "chip", "section-title", "card-title");

    @TempDir
    private Path folder;

    private final Leases leases = new Leases();
    private TestWindow shown;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        shown = new TestWindow(folder, _ -> RealServices.in(folder, leases));
        Fx.run(() -> {
            shown.stage.setWidth(960);
            shown.stage.setHeight(600);
        });
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
        leases.close();
    }

    @Test
    void keepsEveryScreenWhole() throws InterruptedException, ExecutionException {
        for (Destination destination : shown.window.shell().destinations()) {
            shown.go(destination.id());
            look(destination.id());
        }
        Fx.run(() -> {
            shown.window.migrate().open(List.of(Path.of("samples/benchmark-results").toAbsolutePath()));
            shown.window.shell().go("migrate");
        });
        Fx.until("read", () -> shown.isReady("#next"));
        Fx.run(() -> Opened.find(shown.scene(), "#target", TextField.class).setText(folder.resolve("results.duckdb").toString()));
        look("source");
        for (String step : List.of("data", "mapping", "review")) {
            shown.next(step);
            look(step);
        }
        shown.fire("#migrate");
        Fx.until("result", () -> shown.window.migrate().step().equals("result"));
        look("result");
        lookAround();
        assertThat(wrong).isEmpty();
    }

    /** Looks at what the other screens make of the database. */
    private void lookAround() throws InterruptedException, ExecutionException {
        for (String screen : List.of("home", "runs", "explore", "matrix", "charts")) {
            shown.go(screen);
            Fx.until("quiet", () -> shown.tasks.jobs().isEmpty());
            look(screen + " after a run");
        }
        Path database = folder.resolve("results.duckdb");
        Fx.run(() -> shown.window.explore(database, "performance_results"));
        Fx.until("rows", () -> shown.scene().lookup("#jump") != null);
        look("explore with rows");
        Fx.run(() -> shown.window.matrix().open(database));
        shown.go("matrix");
        Fx.until("matrix", () -> shown.scene().lookup("#matrix-what") != null);
        look("matrix with squares");
        Fx.run(() -> shown.window.charts().open(database));
        shown.go("charts");
        Fx.until("chart", () -> shown.scene().lookup("#charts-as-table") != null);
        look("charts with bars");
    }

    /** A screen that came up a moment ago is given the time to settle. */
    private void look(String screen) throws InterruptedException, ExecutionException {
        List<String> now = List.of();
        for (int i = 0; i < PATIENCE && (i == 0 || !now.isEmpty()); i++) {
            Thread.sleep(SETTLE_MILLIS);
            now = Fx.get(this::faults);
        }
        now.forEach(fault -> wrong.add(screen + ": " + fault));
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        Opened.all(shown.scene().getRoot()).filter(Opened::isShown).forEach(node -> {
            if (isPressed(node) && !isScrolled(node) && isOutside(node)) {
                faults.add("outside is " + node);
            }
            if (node instanceof Labeled labeled && isCut(labeled)) {
                faults.add("cut is " + labeled.getText());
            }
        });
        return faults;
    }

    private static boolean isPressed(Node node) {
        return node instanceof ButtonBase || node instanceof ComboBoxBase<?> || node instanceof TextInputControl;
    }

    /** Tables and trees are scrolled sideways, as pictures are. */
    private static boolean isScrolled(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up.getStyleClass().contains("virtual-flow") || up.getStyleClass().contains("column-header")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutside(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() < -ROUNDING || bounds.getMaxX() > shown.scene().getWidth() + ROUNDING;
    }

    private static boolean isCut(Labeled labeled) {
        boolean matters = labeled instanceof ButtonBase || labeled.getStyleClass().stream().anyMatch(NEVER_CUT::contains);
        return matters
                && labeled.lookup(".text") instanceof Text text
                && labeled.getText() != null
                && text.getText().endsWith(labeled.getEllipsisString())
                && !labeled.getText().endsWith(labeled.getEllipsisString());
    }
}
