package org.godwit.app.matrix;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.godwit.analysis.matrix.Look;
import org.godwit.analysis.matrix.Matrices;
import org.godwit.app.fx.FxDesk;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.testing.Fx;
import org.godwit.bench.Drawn;
import org.godwit.bench.Figure;
import org.godwit.connector.json.JsonConnector;
import org.godwit.duck.Session;
import org.godwit.engine.LocalWorkbench;
import org.godwit.store.Workspace;
import org.godwit.task.TaskService;

/**
 * Measures the heatmap against its goals: 300 models on 50 kinds of hardware over 10 million results; from asking for it to
 * the first paint at most 1 s, from pressing a square to its rows at most 100 ms. {@code HeatmapBench FOLDER} keeps its
 * database there. Needs {@code -Dglass.platform=Headless -Dprism.order=sw}, or a display.
 */
public final class HeatmapBench {
    private static final int ROUNDS = 7;
    private static final List<String> DATA = List.of(
            "CREATE TABLE models AS SELECT i AS model_id, 'org' || (i % 23) || '/model-' || i AS model_name, 'family-' || (i % 12) AS model_family FROM range(1, 301) AS r(i)",
            "CREATE TABLE hardware_platforms AS SELECT i AS hardware_id, 'hardware-' || i AS hardware_type FROM range(1, 51) AS r(i)",
            "CREATE TABLE hardware_compatibility AS SELECT i AS compatibility_id, i // 100 AS run_id, (hash(i) % 300 + 1)::BIGINT AS model_id,"
                    + " (hash(i + 7) % 50 + 1)::BIGINT AS hardware_id,"
                    + " hash((hash(i) % 300) * 50 + hash(i + 7) % 50) % 3 < CASE WHEN hash(i * 3) % 40 = 0 THEN 2 ELSE 1 END AS is_compatible,"
                    + " NULL::BOOLEAN AS detection_success, NULL::BOOLEAN AS initialization_success,"
                    + " CASE WHEN hash(i + 5) % 20 = 0 THEN 'out of memory, tried to allocate ' || hash(i) % 4096 || ' MiB' END AS error_message,"
                    + " NULL::BOOLEAN AS workaround_available, NULL::DOUBLE AS compatibility_score, hash(i * 11) % 10 = 0 AS is_simulated,"
                    + " TIMESTAMP '2024-01-01' + INTERVAL (i // 10) SECOND AS created_at, i // 100 AS _doc,"
                    + " '/model_results/m' || i % 300 || '/hardware-' || i % 50 AS _at, 3 AS _feed FROM range(10000000) AS r(i)");

    private final Path database;
    private final MatrixModel model;

    private HeatmapBench(Path folder) throws IOException {
        this.database = folder.resolve("heatmap.duckdb");
        FxTasks tasks = new FxTasks(new TaskService(), Platform::runLater);
        Kit kit = new Kit(tasks, new FxDesk(Stage::new, uri -> {}));
        LocalWorkbench workbench = new LocalWorkbench(new JsonConnector(), new Workspace(Files.createTempDirectory(folder, "home")));
        this.model = new MatrixModel(new Matrices(), workbench, kit, origin -> {});
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createDirectories(Path.of(args.length == 0 ? "target/bench" : args[0]));
        Fx.start();
        new HeatmapBench(folder).run();
        System.exit(0);
    }

    private void run() throws InterruptedException, ExecutionException {
        if (!Files.exists(database)) {
            try (Session session = Session.open(database)) {
                DATA.forEach(session::execute);
            }
        }
        Platform.runLater(this::open);
        double[] paints = new double[ROUNDS];
        double[] looks = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            paints[i] = Drawn.millis(() -> model.open(database), () -> model.stateProperty().get() instanceof MatrixState.Shown);
            boolean simulated = i % 2 == 0;
            looks[i] = Drawn.millis(
                    () -> model.lookProperty().set(Look.USUAL.simulated(simulated)),
                    () -> model.stateProperty().get() instanceof MatrixState.Shown shown && shown.arrangement().look().withSimulated() == simulated);
        }
        double[] drills = new double[3 * ROUNDS];
        for (int i = 0; i < drills.length; i++) {
            int row = i * 37 % 300;
            int column = i * 11 % 50;
            drills[i] = Drawn.millis(() -> model.drill(row, column), () -> model.rows().stateProperty().get() instanceof RowsState.Shown);
        }
        Figure.median("heatmap 300 x 50 over 10 M rows: to the first paint", paints, 1_000).print();
        Figure.median("heatmap: another look at it (simulated rows shown or hidden)", looks, Double.NaN).print();
        Figure.median("heatmap: the rows behind a square", drills, 100).print();
    }

    private void open() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(new MatrixView(model, new FxDesk(Stage::new, uri -> {}), () -> {}), 1280, 800);
        for (String sheet : List.of("light", "godwit", "matrix")) {
            scene.getStylesheets().add(Objects.requireNonNull(HeatmapBench.class.getResource("/css/" + sheet + ".css")).toExternalForm());
        }
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }
}
