package org.godwit.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.testing.Fx;
import org.godwit.engine.Workbench;
import org.godwit.model.Connection;

/** Pictures of sources and targets that are no JSON: a server's form, the tables of a database, another target. */
final class PlacePictures {
    private static final int READ_MILLIS = 1_500;

    private final Screenshots screenshots;
    private final Workbench workbench;
    private final TableOpener rows;

    PlacePictures(Screenshots screenshots, Workbench workbench, TableOpener rows) {
        this.screenshots = screenshots;
        this.workbench = workbench;
        this.rows = rows;
    }

    /** @param database a SQLite or DuckDB file with several tables, which is only read */
    void take(Path database) throws Exception {
        Screenshots.Shown form = show(window -> {
            window.shell().go("migrate");
            window.migrate().connect();
        });
        Screenshots.until(form, "#source-host");
        Fx.run(() -> {
            type(form, "#source-host", "127.0.0.1");
            type(form, "#source-port", "1");
            type(form, "#source-database", "results");
            type(form, "#source-user", "ada");
            ((ComboBox<?>) form.stage().getScene().lookup("#source-tls")).getSelectionModel().select(java.util.List.of(Connection.Tls.values()).indexOf(Connection.Tls.OFF));
            ((Button) form.stage().getScene().lookup("#source-test")).fire();
        });
        Thread.sleep(READ_MILLIS);
        screenshots.picture(form, "server");
        Consumer<Window> open = window -> {
            window.shell().go("migrate");
            window.migrate().open(List.of(database));
        };
        Screenshots.Shown target = show(open);
        Screenshots.until(target, "#target-kind");
        Fx.run(() -> ((ComboBox<?>) target.stage().getScene().lookup("#target-kind")).getSelectionModel().select(1));
        Thread.sleep(READ_MILLIS);
        screenshots.picture(target, "target");
        Screenshots.Shown schema = show(open);
        Screenshots.until(schema, "#target-kind");
        Fx.run(() -> ((Button) schema.stage().getScene().lookup("#next")).fire());
        Screenshots.until(schema, "#data-parts");
        Fx.run(() -> ((TabPane) schema.stage().getScene().lookup("#data-parts")).getSelectionModel().select(1));
        Thread.sleep(READ_MILLIS);
        screenshots.picture(schema, "schema");
    }

    private Screenshots.Shown show(Consumer<Window> way) throws Exception {
        return screenshots.show(workbench, rows, way);
    }

    private static void type(Screenshots.Shown shown, String selector, String text) {
        ((TextField) shown.stage().getScene().lookup(selector)).setText(text);
    }
}
