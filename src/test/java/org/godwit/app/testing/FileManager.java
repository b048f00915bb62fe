package org.godwit.app.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A window of another process from which files can be dragged, as from a file manager. */
public final class FileManager implements AutoCloseable {
    private static final String READY = "ready";
    private static final double SIZE = 60;

    private final Process process;
    private final Point2D corner;

    private FileManager(Process process, Point2D corner) {
        this.process = process;
        this.corner = corner;
    }

    /**
     * Opens the window and waits until it is there.
     *
     * @param corner its upper left corner on the screen
     */
    public static FileManager open(Point2D corner, List<Path> files) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), FileManager.class.getName(),
                Double.toString(corner.getX()), Double.toString(corner.getY())));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        FileManager manager = new FileManager(process, corner);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(READY)) {
                return manager;
            }
        }
        throw new IOException("the window of the files did not come up");
    }

    /** Returns where on the screen the files can be taken. */
    public Point2D files() {
        return corner.add(SIZE / 2, SIZE / 2);
    }

    public static void main(String[] args) {
        double x = Double.parseDouble(args[0]);
        double y = Double.parseDouble(args[1]);
        List<File> files = Arrays.stream(args).skip(2).map(File::new).toList();
        Platform.startup(() -> show(x, y, files));
    }

    private static void show(double x, double y, List<File> files) {
        Region area = new Region();
        area.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files);
            area.startDragAndDrop(TransferMode.ANY).setContent(content);
            event.consume();
        });
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(area, SIZE, SIZE));
        stage.setX(x);
        stage.setY(y);
        stage.show();
        Platform.runLater(() -> {
            System.out.println(READY);
            System.out.flush();
        });
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
