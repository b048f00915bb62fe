package org.godwit.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
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
 * each letter typed into a filter, the pulse that shows it included. Needs {@code -Dglass.platform=Headless -Dprism.order=sw}, or a display.
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
        List<Double> turns = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Stage stage = Fx.get(Stage::new);
            Scene scene = Fx.get(() -> empty(stage));
            opened[round] = Drawn.busyMillis(scene, () -> open(scene, workbench, tasks, proposal, folder, inspection));
            for (String filter : List.of("#source-filter", "#target-filter")) {
                List<Double> typed = typed(scene, filter);
                letters.addAll(typed);
                turns.add(typed.getFirst());
                turns.add(typed.getLast());
            }
            Fx.run(stage::close);
        }
        tasks.close();
        Figure.median("mapping page with " + columns + " columns: open", opened, 1_000).print();
        Figure.median("mapping page: a letter typed into a filter", array(letters), FRAME_MILLIS).print();
        Figure.median("mapping page: of these, the first letter and the emptied field", array(turns), Double.NaN).print();
        System.exit(0);
    }

    /** The page comes up in a window that is there. */
    private static Scene empty(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(new StackPane(), 1000, 760);
        scene.getStylesheets().addAll("/css/light.css", "/css/godwit.css", "/css/mapping.css");
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private static void open(Scene scene, Workbench workbench, TaskService tasks, Workbench.Proposal proposal, Path folder, Inspection inspection) {
        Kit kit = new Kit(new FxTasks(tasks, Platform::runLater), new NoDesk());
        MappingModel model = new MappingModel(workbench, kit);
        scene.setRoot(new MappingView(model, kit.desk()));
        model.open(proposal.plan(), folder, inspection, proposal.findings());
    }

    private static double[] array(List<Double> millis) {
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
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
        TextField field = Fx.get(() -> (TextField) scene.lookup(filter));
        List<Double> letters = new ArrayList<>();
        for (int length = 1; length <= TYPED.length() + 1; length++) {
            String text = length > TYPED.length() ? "" : TYPED.substring(0, length);
            letters.add(Drawn.busyMillis(scene, () -> field.setText(text)));
        }
        return letters;
    }
}
