package org.godwit.app.runs;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.TroubleView;
import org.godwit.app.result.ResultView;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of runs; Enter or a double click shows one. */
public final class RunsView extends StackPane {
    private final RunsModel model;
    private final Desk desk;
    private final Runnable start;
    private final VBox history;

    /**
     * @param start leads to where a first migration begins
     */
    public RunsView(RunsModel model, Desk desk, Runnable start) {
        this.model = model;
        this.desk = desk;
        this.start = start;
        this.history = history();
        getStyleClass().add("runs");
        model.stateProperty().subscribe(state -> getChildren().setAll(view(state)));
    }

    private Node view(RunsState state) {
        return switch (state) {
            case RunsState.History() -> history;
            case RunsState.Opening(String run) -> Nodes.column("empty-state", Nodes.label(Text.of("app.runs.opening", run), "muted"));
            case RunsState.Opened(var result) -> new ResultView(result, desk, back());
            case RunsState.Failed(var trouble) -> new TroubleView("app.trouble.history", trouble, desk, back());
        };
    }

    private Button back() {
        return Nodes.button("app.runs.back", Feather.ARROW_LEFT, model::back, Styles.FLAT);
    }

    private VBox history() {
        TableView<RunSummary> table = table();
        VBox empty = Nodes.empty(
                Feather.CLOCK, "app.runs.empty", "app.runs.empty.text", Nodes.button("app.runs.start", Feather.PLUS, start, Styles.ACCENT));
        Button open = Nodes.button("app.runs.open", Feather.EYE, () -> openSelected(table));
        open.disableProperty().bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty()));
        VBox words = Nodes.column("headline", Nodes.label(Text.of("app.runs.title"), Styles.TITLE_3), Nodes.label(Text.of("app.runs.text"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox list = Nodes.column("page", Nodes.row("page-head", words, open), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        Bindings.isEmpty(model.runs()).subscribe(none -> {
            Nodes.show(empty, none);
            Nodes.show(list, !none);
        });
        return new VBox(empty, list);
    }

    private TableView<RunSummary> table() {
        TableView<RunSummary> table = new TableView<>(model.runs());
        table.setId("runs");
        table.setAccessibleText(Text.of("app.runs.title"));
        table.getStyleClass().addAll("grid");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(outcomeColumn());
        add(table, "app.runs.when", 200, run -> Figures.moment(run.startedMillis()), false);
        add(table, "app.runs.plan", 200, RunSummary::planName, false);
        add(table, "app.runs.target", 200, run -> String.valueOf(Path.of(run.target()).getFileName()), false);
        add(table, "app.runs.documents", 100, run -> Figures.count(run.documents()), true);
        add(table, "app.runs.rows", 80, run -> Figures.count(run.rows()), true);
        add(table, "app.runs.rejects", 80, run -> Figures.count(run.rejects()), true);
        add(table, "app.runs.time", 80, run -> Figures.duration(run.seconds()), true);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected(table);
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected(table);
            }
        });
        return table;
    }

    private void openSelected(TableView<RunSummary> table) {
        RunSummary chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.open(chosen);
        }
    }

    private static void add(TableView<RunSummary> table, String key, double width, Function<RunSummary, String> text, boolean number) {
        TableColumn<RunSummary, String> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("number");
        }
        table.getColumns().add(column);
    }

    private static TableColumn<RunSummary, RunResult.Outcome> outcomeColumn() {
        TableColumn<RunSummary, RunResult.Outcome> column = new TableColumn<>(Text.of("app.runs.outcome"));
        column.setCellValueFactory(row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue().outcome()));
        column.setCellFactory(_ -> new OutcomeCell());
        column.setPrefWidth(170);
        column.setSortable(false);
        return column;
    }

    /** An icon and a word; the word alone would do. */
    private static final class OutcomeCell extends TableCell<RunSummary, RunResult.Outcome> {
        @Override
        protected void updateItem(RunResult.@Nullable Outcome item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            switch (item) {
                case SUCCEEDED -> put("app.outcome.succeeded", Feather.CHECK_CIRCLE, "success");
                case SUCCEEDED_WITH_REJECTS -> put("app.outcome.rejects", Feather.ALERT_TRIANGLE, "warning");
                case NOTHING_NEW -> put("app.outcome.nothing", Feather.CHECK_CIRCLE, "success");
                case VERIFICATION_FAILED -> put("app.outcome.differs", Feather.X_CIRCLE, "danger");
                case FAILED -> put("app.outcome.failed", Feather.X_CIRCLE, "danger");
                case CANCELLED -> put("app.outcome.cancelled", Feather.SLASH, "warning");
            }
        }

        private void put(String key, Feather icon, String style) {
            setText(Text.of(key));
            setGraphic(Nodes.icon(icon, style));
        }
    }
}
