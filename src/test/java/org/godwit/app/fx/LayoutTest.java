package org.godwit.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.godwit.app.testing.Fx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayoutTest {
    @TempDir
    private Path workspace;

    /** A table of two columns over a pane of two halves, in a window of its own. */
    private static final class Page {
        private final TableColumn<String, String> name = new TableColumn<>("name");
        private final TableColumn<String, String> size = new TableColumn<>("size");
        private final SplitPane split = new SplitPane(new VBox(new Label("left")), new VBox(new Label("right")));
        private final Stage stage = new Stage();

        Page(Settings settings) {
            TableView<String> table = new TableView<>();
            table.getColumns().add(name);
            table.getColumns().add(size);
            split.setOrientation(Orientation.HORIZONTAL);
            Layout.remember(table, "files");
            Layout.remember(split, "halves");
            Scene scene = new Scene(new VBox(), 600, 400);
            Layout.keep(scene, settings);
            ((VBox) scene.getRoot()).getChildren().addAll(table, split);
            stage.setScene(scene);
            stage.show();
        }
    }

    @Test
    void findsColumnsAndDividersAsThePersonLeftThem() throws InterruptedException, ExecutionException {
        Fx.start();
        Settings settings = new Settings(workspace);
        Page page = Fx.get(() -> new Page(settings));
        Fx.run(() -> {
            page.name.setPrefWidth(233);
            page.size.setVisible(false);
            page.split.setDividerPositions(0.25);
        });
        Fx.until("width", () -> page.name.getWidth() == 233);
        settings.save();
        Fx.run(page.stage::close);

        Settings next = new Settings(workspace);
        next.load();
        Page again = Fx.get(() -> new Page(next));
        Fx.until("width", () -> again.name.getWidth() == 233);
        Fx.run(again.stage.getScene().getRoot()::layout);
        assertThat(again.size.isVisible()).isFalse();
        assertThat(again.split.getDividerPositions()[0]).isBetween(0.24, 0.26);
        Fx.run(again.stage::close);
    }
}
