package org.godwit.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.godwit.app.fx.Tracing;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.testing.Fx;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.engine.Workbench;
import org.godwit.model.RunOptions;
import org.godwit.task.TaskContext;

/** Pictures of the screens that look into a database: explore, SQL, trace, compatibility and charts. */
final class DatabasePictures {
    private static final int READ_MILLIS = 2_500;
    private static final String SQL = """
            SELECT m.model_name, h.hardware_type, count(*) AS results, round(avg(p.average_latency_ms), 2) AS latency_ms
            FROM performance_results p JOIN models m USING (model_id) JOIN hardware_platforms h USING (hardware_id)
            WHERE NOT coalesce(p.is_simulated, false)
            GROUP BY ALL
            ORDER BY results DESC, model_name, hardware_type""";

    private final Screenshots screenshots;
    private final Workbench workbench;
    private final TableOpener rows;
    private final Path database;

    /** Migrates the source first, with the recipe. */
    DatabasePictures(Screenshots screenshots, Path source, Workbench workbench, TableOpener rows) {
        this.screenshots = screenshots;
        this.workbench = workbench;
        this.rows = rows;
        this.database = source.resolveSibling("benchmark.duckdb");
        TaskContext context = new TaskContext();
        Workbench.Proposal proposal =
                workbench.inspectAndPropose(List.of(source.toString()), database.toString(), Optional.of("benchmark-results"), context);
        workbench.run(proposal.plan(), source, RunOptions.usual(), context);
    }

    void take() throws Exception {
        take("explore", window -> window.explore(database, "performance_results"), shown -> {});
        take("explore-sql", window -> window.explore(database, "performance_results"), shown -> {
            tabs(shown).getSelectionModel().select(1);
            shown.window().explore().sql().textProperty().set(SQL);
            shown.window().explore().sql().run();
        });
        Tracing.Origin origin = origin();
        take("trace", window -> window.explore(database, origin.table()), shown -> shown.window().tracing().show(origin));
        take("matrix", this::matrix, shown -> {});
        take("matrix-rows", this::matrix, shown -> key(shown.stage().getScene().lookup("#heatmap"), KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER));
        take("charts", this::charts, shown -> {});
        take("charts-table", this::charts, shown -> ((ToggleButton) shown.stage().getScene().lookup("#charts-as-table")).fire());
    }

    private void take(String name, Consumer<Window> way, Consumer<Screenshots.Shown> then) throws InterruptedException, ExecutionException {
        Screenshots.Shown shown = screenshots.show(workbench, rows, way);
        Thread.sleep(READ_MILLIS);
        Fx.run(() -> then.accept(shown));
        Thread.sleep(READ_MILLIS);
        screenshots.picture(shown, name);
    }

    private void matrix(Window window) {
        window.matrix().open(database);
        window.shell().go("matrix");
    }

    private void charts(Window window) {
        window.charts().open(database);
        window.shell().go("charts");
    }

    /** A latency that was measured. */
    private Tracing.Origin origin() {
        try (Lease lease = new Lease(database)) {
            String sql = "SELECT _doc, _at, _feed FROM performance_results WHERE average_latency_ms IS NOT NULL ORDER BY result_id LIMIT 1";
            List<?> row = Query.rows(lease, sql, QueryLimits.ALL, () -> false).rows().getFirst();
            return new Tracing.Origin(
                    database, "performance_results", ((Number) row.get(0)).longValue(), (String) row.get(1), ((Number) row.get(2)).intValue(), "average_latency_ms");
        }
    }

    private static TabPane tabs(Screenshots.Shown shown) {
        return (TabPane) shown.stage().getScene().lookup("#explore-tabs");
    }

    private static void key(Node node, KeyCode... codes) {
        node.requestFocus();
        for (KeyCode code : codes) {
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        }
    }
}
