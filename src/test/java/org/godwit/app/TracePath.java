package org.godwit.app;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.godwit.analysis.trace.Trace;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.godwit.app.trace.TraceState;

/** From a cell in Explore to the drawer that says where it is from, by the keys of a person. */
final class TracePath {
    private final TestWindow shown;

    TracePath(TestWindow shown) {
        this.shown = shown;
    }

    /** Asks where a cell of a table is from, and waits for the answer. */
    void ask(Path database, String table, String column, int row) throws InterruptedException, ExecutionException {
        // An earlier answer must not be taken for this one.
        Fx.run(() -> shown.window.tracing().close());
        Fx.run(() -> shown.window.explore(database, table));
        Fx.until("asked", () -> {
            if (shown.scene().lookup("#explore-rows") instanceof TableView<?> rows && isReady(rows, table, column, row)) {
                focus(rows, column, row);
                Opened.press(shown.scene(), "Ctrl+T");
            }
            return !(shown.window.tracing().stateProperty().get() instanceof TraceState.Closed);
        });
        Fx.until("trace", () -> shown.window.tracing().stateProperty().get() instanceof TraceState.Shown
                || shown.window.tracing().stateProperty().get() instanceof TraceState.Failed);
        Fx.run(() -> shown.scene().getRoot().applyCss());
    }

    private boolean isReady(TableView<?> rows, String table, String column, int row) {
        return rows.getItems().size() > row
                && rows.getColumns().stream().anyMatch(one -> one.getText().equals(column))
                && shown.window.explore().table().tableProperty().get().name().equals(table)
                && Opened.texts(shown.scene()).stream().noneMatch("…"::equals);
    }

    private static <T> void focus(TableView<T> rows, String name, int row) {
        TableColumn<T, ?> column = rows.getColumns().stream().filter(one -> one.getText().equals(name)).findFirst().orElseThrow();
        rows.requestFocus();
        rows.getSelectionModel().clearAndSelect(row, column);
        rows.getFocusModel().focus(row, column);
    }

    Trace trace() throws InterruptedException, ExecutionException {
        return Fx.get(() -> ((TraceState.Shown) shown.window.tracing().stateProperty().get()).trace());
    }

    String place() throws InterruptedException, ExecutionException {
        return Fx.get(() -> ((TextField) shown.scene().lookup("#trace-place")).getText());
    }

    /** Returns the highlighted part of the line that is in view. */
    String marked() throws InterruptedException, ExecutionException {
        Object line = Fx.get(() -> ((ListView<?>) shown.scene().lookup("#trace-source")).getSelectionModel().getSelectedItem());
        String words = String.valueOf(line);
        return words.substring(words.indexOf("value=") + "value=".length(), words.lastIndexOf(", after="));
    }
}
