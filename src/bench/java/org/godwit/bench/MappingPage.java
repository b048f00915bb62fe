package org.godwit.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.mapping.MappingModel;
import org.godwit.app.mapping.MappingView;
import org.godwit.app.testing.Fx;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Inspection;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;
import org.godwit.task.TaskService;

/**
 * Measures the mapping page with a table of many columns: how long the FX thread is busy until the page is open, and with
 * each letter typed into a filter, layout included. Needs {@code -Dglass.platform=Headless -Dprism.order=sw}, or a display.
 */
public final class MappingPage {
    private static final int COLUMNS = 2_000;
    private static final int DOCUMENTS = 50;
    private static final String TYPED = "metric_17";
    private static final int ROUNDS = 5;
    private static final double FRAME_MILLIS = 1000 / 60.0;

    private MappingPage() {}

    /** Prints the measures; the argument is how many columns there are. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int columns = args.length > 0 ? Integer.parseInt(args[0]) : COLUMNS;
        Path folder = Files.createTempDirectory("godwit-mapping");
        Path data = folder.resolve("wide.ndjson");
        write(data, columns);
        Workbench workbench = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home")));
        Inspection inspection = workbench.inspect(List.of(data.toString()), new TaskContext());
        Workbench.Proposal proposal = workbench.propose(inspection, folder.resolve("t.duckdb").toString(), Optional.empty());
        Fx.start();
        TaskService tasks = new TaskService();
        double[] opened = new double[ROUNDS];
        List<Double> letters = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Stage stage = Fx.get(Stage::new);
            opened[round] = millis(() -> open(stage, workbench, tasks, proposal, folder, inspection));
            letters.addAll(typed(stage.getScene(), "#source-filter"));
            letters.addAll(typed(stage.getScene(), "#target-filter"));
            Fx.run(stage::close);
        }
        tasks.close();
        Figure.median("mapping page with " + columns + " columns: open", opened, 1_000).print();
        Figure.median("mapping page: a letter typed into a filter", letters.stream().mapToDouble(Double::doubleValue).toArray(), FRAME_MILLIS).print();
        System.exit(0);
    }

    private static Scene open(Stage stage, Workbench workbench, TaskService tasks, Workbench.Proposal proposal, Path folder, Inspection inspection) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Kit kit = new Kit(new FxTasks(tasks, Platform::runLater), new NoDesk());
        MappingModel model = new MappingModel(workbench, kit);
        MappingView view = new MappingView(model, kit.desk());
        Scene scene = new Scene(view, 1000, 760);
        scene.getStylesheets().addAll("/css/light.css", "/css/godwit.css", "/css/mapping.css");
        stage.setScene(scene);
        model.open(proposal.plan(), folder, inspection, proposal.findings());
        stage.show();
        layout(scene);
        return scene;
    }

    private static void write(Path file, int columns) throws IOException {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < DOCUMENTS; i++) {
            out.append("{\"name\": \"run-").append(i).append('"');
            for (int column = 0; column < columns; column++) {
                out.append(", \"metric_").append(column).append("\": ").append(i * 0.5 + column);
            }
            out.append("}\n");
        }
        Files.writeString(file, out);
    }

    /** Returns how long each letter took, and at last emptying the field. */
    private static List<Double> typed(Scene scene, String filter) throws InterruptedException, ExecutionException {
        List<Double> letters = new ArrayList<>();
        for (int length = 1; length <= TYPED.length() + 1; length++) {
            String text = length > TYPED.length() ? "" : TYPED.substring(0, length);
            letters.add(millis(() -> {
                ((TextField) scene.lookup(filter)).setText(text);
                layout(scene);
                return text;
            }));
        }
        return letters;
    }

    private static void layout(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static double millis(Callable<?> work) throws InterruptedException, ExecutionException {
        return Fx.get(() -> {
            long start = System.nanoTime();
            var _ = work.call();
            return (System.nanoTime() - start) / 1e6;
        });
    }
}
