package org.godwit.app.explore;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** Where SQL is written: Ctrl+Enter runs it, Ctrl+Space completes a word, Escape stops what is running. */
final class SqlEditor extends TextArea {
    private static final KeyCodeCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination COMPLETE = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);

    private final SqlModel model;
    private final ContextMenu completions = new ContextMenu();

    SqlEditor(SqlModel model) {
        this.model = model;
        setId("sql");
        getStyleClass().add("sql-editor");
        setAccessibleText(Text.of("app.sql.editor"));
        setPromptText(Text.of("app.sql.prompt"));
        setPrefRowCount(5);
        textProperty().bindBidirectional(model.textProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (RUN.match(event)) {
                model.run();
                event.consume();
            } else if (COMPLETE.match(event)) {
                complete();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
            }
        });
        model.stateProperty().subscribe(state -> {
            if (state instanceof SqlState.Failed(SqlProblem problem) && problem.start() >= 0) {
                mark(problem.start());
            }
        });
    }

    /** Selects the word at a place. */
    void mark(int start) {
        String text = getText();
        int from = Math.min(start, text.length());
        int to = from;
        while (to < text.length() && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
            to++;
        }
        requestFocus();
        selectRange(Math.max(to, Math.min(from + 1, text.length())), from);
    }

    private void complete() {
        int caret = getCaretPosition();
        List<Completion> found = model.completions(caret);
        if (found.size() == 1) {
            insert(found.getFirst(), caret);
            return;
        }
        completions.getItems().setAll(found.stream().map(one -> item(one, caret)).toList());
        if (!found.isEmpty()) {
            Point2D place = place();
            completions.show(this, place.getX(), place.getY());
        }
    }

    private MenuItem item(Completion one, int caret) {
        String words = one.detail().isEmpty() ? one.word() : Text.of("app.sql.completion", one.word(), one.detail());
        MenuItem item = new MenuItem(words, Nodes.icon(icon(one.kind())));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> insert(one, caret));
        return item;
    }

    private static Feather icon(Completion.Kind kind) {
        return switch (kind) {
            case TABLE -> Feather.GRID;
            case COLUMN -> Feather.COLUMNS;
            case KEYWORD -> Feather.CODE;
        };
    }

    private void insert(Completion one, int caret) {
        replaceText(Completion.start(getText(), caret), caret, one.insert());
    }

    private Point2D place() {
        Point2D caret = getInputMethodRequests() == null ? null : getInputMethodRequests().getTextLocation(0);
        if (caret != null) {
            return caret;
        }
        Bounds bounds = localToScreen(getBoundsInLocal());
        return new Point2D(bounds.getMinX(), bounds.getMaxY());
    }
}
