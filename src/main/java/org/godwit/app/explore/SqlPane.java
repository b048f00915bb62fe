package org.godwit.app.explore;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.explore.grid.GridHost;
import org.godwit.app.explore.grid.RowGrid;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The console: an editor, what it may take, and below it the result or what is wrong. */
final class SqlPane extends VBox {
    private static final double EDITOR_SHARE = 0.3;

    private final SqlModel model;
    private final SqlEditor editor;

    SqlPane(SqlModel model, Desk desk) {
        this.model = model;
        this.editor = new SqlEditor(model);
        getStyleClass().add("sql-pane");
        RowGrid grid = new RowGrid("sql-rows", model.grid(), GridHost.NONE, origin -> {});
        StackPane below = new StackPane();
        model.stateProperty().subscribe(state -> below.getChildren().setAll(below(state, grid)));
        VBox result = Nodes.column("sql-result", resultHead(), below, notice());
        setVgrow(below, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        SplitPane split = new SplitPane(Nodes.column("sql-top", editor, editorFoot()), result);
        split.setId("sql-split");
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.getStyleClass().add("plain-split");
        split.setDividerPositions(EDITOR_SHARE);
        VBox.setVgrow(editor, Priority.ALWAYS);
        setVgrow(split, Priority.ALWAYS);
        getChildren().add(split);
    }

    private FlowPane editorFoot() {
        Button run = Nodes.button("app.sql.run", Feather.PLAY, model::run, Styles.ACCENT);
        run.setId("sql-run");
        Button stop = Nodes.button("app.sql.stop", Feather.SQUARE, model::cancel);
        stop.setId("sql-stop");
        model.stateProperty().subscribe(state -> {
            run.setDisable(state instanceof SqlState.Running);
            stop.setDisable(!(state instanceof SqlState.Running));
        });
        MenuButton history = new MenuButton(Text.of("app.sql.history"), Nodes.icon(Feather.CLOCK));
        history.setAccessibleText(Text.of("app.sql.history"));
        history.setMinWidth(USE_PREF_SIZE);
        history.getItems().add(new MenuItem(Text.of("app.sql.history.none")));
        history.setOnShowing(event -> fill(history));
        return Nodes.flow("sql-foot", run, stop, history, time(), Nodes.label(Text.of("app.sql.hint"), "muted", "small-text"));
    }

    private void fill(MenuButton history) {
        List<String> statements = model.history();
        history.getItems().clear();
        for (String statement : statements) {
            String line = statement.replaceAll("\\s+", " ");
            MenuItem item = new MenuItem(line.length() > 90 ? line.substring(0, 90) + "…" : line);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.textProperty().set(statement));
            history.getItems().add(item);
        }
        if (statements.isEmpty()) {
            history.getItems().add(new CustomMenuItem(Nodes.label(Text.of("app.sql.history.none"), "muted")));
        }
    }

    private ComboBox<Duration> time() {
        ComboBox<Duration> time = new ComboBox<>();
        time.setId("sql-time");
        time.getItems().setAll(SqlModel.TIMES);
        time.setAccessibleText(Text.of("app.sql.time"));
        time.setConverter(new InWords<>(limit -> Text.of("app.sql.atMost", Figures.duration((double) limit.toSeconds()))));
        time.valueProperty().bindBidirectional(model.timeProperty());
        return time;
    }

    private HBox resultHead() {
        Label words = Nodes.label("", "muted");
        words.setId("sql-words");
        MenuButton export = ExportMenu.of("export-sql", model::export);
        model.stateProperty().subscribe(state -> {
            words.setText(words(state));
            export.setDisable(!(state instanceof SqlState.Done));
        });
        return Nodes.row("pane-head", words, Nodes.spacer(), export);
    }

    private static String words(SqlState state) {
        return switch (state) {
            case SqlState.Idle() -> "";
            case SqlState.Running() -> Text.of("app.sql.running");
            case SqlState.Stopped() -> Text.of("app.sql.stopped");
            case SqlState.Failed(var problem) -> "";
            case SqlState.Done(long rows, boolean complete, double seconds) ->
                Text.of(complete ? "app.sql.done" : "app.sql.first", rows, Figures.duration(seconds));
        };
    }

    private Node below(SqlState state, RowGrid grid) {
        return switch (state) {
            case SqlState.Idle() -> Nodes.empty(Feather.TERMINAL, "app.sql.idle", "app.sql.idle.text");
            case SqlState.Running() -> Nodes.column("empty-state", Nodes.label(Text.of("app.sql.running"), "muted"));
            case SqlState.Stopped() -> Nodes.column("empty-state", Nodes.label(Text.of("app.sql.stopped"), "muted"));
            case SqlState.Done done -> grid;
            case SqlState.Failed(SqlProblem problem) -> problem(problem);
        };
    }

    private VBox problem(SqlProblem problem) {
        Label message = Nodes.wrapped(problem.message(), "raw");
        message.setId("sql-problem");
        VBox box = Nodes.column("sql-problem", Nodes.row("line", Nodes.icon(Feather.X_CIRCLE, "danger"), Nodes.label(Text.of("app.sql.failed"), "pane-title")), message);
        if (problem.start() >= 0) {
            String sql = model.textProperty().get();
            Button there = Nodes.button("app.sql.there", Feather.CORNER_LEFT_UP, () -> editor.mark(problem.start()), Styles.FLAT);
            box.getChildren().add(Nodes.row("line", Nodes.label(Text.of("app.place.line", problem.line(sql), problem.column(sql)), "muted"), there));
        }
        return box;
    }

    private Label notice() {
        Label words = Nodes.wrapped("", "notice");
        words.setId("sql-notice");
        model.noticeProperty().subscribe(words::setText);
        model.grid().noticeProperty().subscribe(words::setText);
        words.textProperty().subscribe(text -> Nodes.show(words, !text.isEmpty()));
        return words;
    }
}
