package org.godwit.app.shell;

import atlantafx.base.theme.Styles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Trouble;
import org.godwit.app.fx.TroubleView;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.LoggerFactory;

/**
 * What nobody foresaw, on any thread: logged, and told in one dialog while the window goes on. More of it while the dialog
 * is open is counted there. A window of its own, because it may be the main one that fails. Thread-safe.
 */
public final class Uncaught implements Thread.UncaughtExceptionHandler {
    private static final double WIDTH = 680;
    private static final double HEIGHT = 480;

    private final Stage owner;
    private final Desk desk;
    private final AtomicInteger since = new AtomicInteger(-1);
    private final Label more = Nodes.label("", "muted");

    Uncaught(Stage owner, Desk desk) {
        this.owner = owner;
        this.desk = desk;
    }

    /** Listens from now on, for the whole process. */
    public static void listen(Stage owner, Desk desk) {
        Thread.setDefaultUncaughtExceptionHandler(new Uncaught(owner, desk));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        LoggerFactory.getLogger(Uncaught.class).error("uncaught on {}", thread.getName(), error);
        if (since.incrementAndGet() == 0) {
            Platform.runLater(() -> show(thread, error));
        } else {
            Platform.runLater(this::count);
        }
    }

    private void count() {
        int others = since.get();
        more.setText(others > 0 ? Text.of("app.uncaught.more", others) : "");
        Nodes.show(more, others > 0);
    }

    private void show(Thread thread, Throwable error) {
        Stage dialog = new Stage();
        Button close = Nodes.button("app.uncaught.close", Feather.X, dialog::close, Styles.ACCENT);
        close.setDefaultButton(true);
        TroubleView view = TroubleView.unasked(trouble(error), details(thread, error), desk, close);
        count();
        view.getChildren().add(more);
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        Scene scene = new Scene(scroll, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), dialog::close);
        dialog.setScene(scene);
        dialog.setTitle(Text.of("app.name"));
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setOnHidden(event -> since.set(-1));
        dialog.show();
        close.requestFocus();
    }

    private static Trouble trouble(Throwable error) {
        GodwitException known = error instanceof GodwitException godwit
                ? godwit
                : new GodwitException(error, ErrorCode.INTERNAL, Text.of("app.uncaught.while"), error.toString());
        return Trouble.of(known, Text.of("app.uncaught.kept"));
    }

    private static String details(Thread thread, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        return thread.getName() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name") + System.lineSeparator() + trace;
    }
}
