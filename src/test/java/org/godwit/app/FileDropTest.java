package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.godwit.app.testing.FileManager;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Mouse;
import org.godwit.app.testing.Opened;
import org.godwit.duck.Leases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come from the window of another process, by a mouse; on a display, since JavaFX has no dragging without one. */
@Tag("display")
final class FileDropTest {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-hover");
    private static final Point2D BESIDE = new Point2D(1_020, 20);

    private final Leases leases = new Leases();

    @TempDir
    private Path folder;

    private TestWindow shown;

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        shown = new TestWindow(folder, _ -> RealServices.in(folder, leases));
        Fx.run(() -> {
            shown.stage.setX(0);
            shown.stage.setY(0);
        });
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
        leases.close();
    }

    @Test
    void aFolderDroppedOnTheFirstScreenIsLookedThrough() throws IOException, InterruptedException, ExecutionException {
        Path in = Files.createDirectory(folder.resolve("results of März, 100 %"));
        Files.writeString(in.resolve("a.json"), "{\"name\": \"bert\", \"latency\": 12.75}");
        drop("home", in, () -> Opened.texts(shown.scene()).stream().anyMatch(text -> text.endsWith("in results of März, 100 %")));
        assertThat(shown.current()).isEqualTo("migrate");
        shown.next("data");
    }

    @Test
    void aDatabaseDroppedOnExploreIsOpened() throws IOException, SQLException, InterruptedException, ExecutionException {
        Path database = folder.resolve("made.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE measured AS SELECT 12.75 AS latency");
        }
        drop("explore", database, () -> Opened.texts(shown.scene()).contains("measured"));
        assertThat(shown.current()).isEqualTo("explore");
    }

    /** The other process has to be there until its files have arrived. */
    private void drop(String screen, Path file, BooleanSupplier arrived) throws IOException, InterruptedException, ExecutionException {
        shown.go(screen);
        Fx.until(screen, () -> shown.window.shell().currentProperty().get().id().equals(screen));
        Node root = shown.scene().getRoot();
        try (FileManager files = FileManager.open(BESIDE, List.of(file))) {
            Point2D to = Fx.get(() -> Mouse.at(root).add(200, 0));
            BooleanSupplier over = () -> Opened.all(root).anyMatch(node -> node.getPseudoClassStates().contains(OVER));
            Mouse.until(file + " on " + screen, arrived, () -> Mouse.drag(files.files(), to, over, () -> {}));
        }
    }
}
