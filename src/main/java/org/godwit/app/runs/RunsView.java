package org.godwit.app.runs;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.TargetText;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.TroubleView;
import org.godwit.app.result.ResultModel;
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
            case RunsState.Opened(RunDetail detail, var result) -> detail(detail, result);
            case RunsState.Failed(var trouble) -> new TroubleView("app.trouble.history", trouble, desk, back());
        };
    }

    private Node detail(RunDetail detail, ResultModel result) {
        List<Node> ways = new ArrayList<>();
        if (detail.plan().isPresent()) {
            String key = detail.isToBeTriedAgain() ? "app.runs.retry" : "app.runs.again";
            Button again = Nodes.button(key, Feather.ROTATE_CW, () -> model.again(detail));
            again.setId("again");
            ways.add(again);
        }
        ways.add(back());
        List<Tab> more = List.of(
                new Tab(Text.of("app.runs.timeline"), new RunTimeline(detail)), new Tab(Text.of("app.runs.plan.tab"), plan(detail)));
        ResultView view = new ResultView(result, desk, more, ways.toArray(Node[]::new));
        view.getStyleClass().add("page");
        return Nodes.scrolling(view);
    }

    private static Node plan(RunDetail detail) {
        TextArea text = new TextArea(detail.summary().plan());
        text.setId("run-plan");
        text.setEditable(false);
        text.getStyleClass().add("raw");
        text.setAccessibleText(Text.of("app.runs.plan.tab"));
        return text;
    }

    private Button back() {
        return Nodes.button("app.runs.back", Feather.ARROW_LEFT, model::back, Styles.FLAT);
    }

    private HBox filters() {
        TextField text = new TextField();
        text.setId("runs-filter");
        text.setPromptText(Text.of("app.runs.filter"));
        text.setAccessibleText(Text.of("app.runs.filter"));
        ComboBox<Optional<RunResult.Outcome>> outcome = new ComboBox<>();
        outcome.setId("runs-outcome");
        outcome.setAccessibleText(Text.of("app.runs.outcome"));
        outcome.getItems().add(Optional.empty());
        Arrays.stream(RunResult.Outcome.values()).map(Optional::of).forEach(outcome.getItems()::add);
        outcome.setConverter(new InWords<>(chosen -> chosen.map(RunsView::word).orElseGet(() -> Text.of("app.runs.outcome.any"))));
        outcome.setValue(Optional.empty());
        ComboBox<RunFilter.Period> period = new ComboBox<>();
        period.setId("runs-period");
        period.setAccessibleText(Text.of("app.runs.when"));
        period.getItems().setAll(RunFilter.Period.values());
        period.setConverter(new InWords<>(chosen -> Text.of(chosen.key())));
        period.setValue(RunFilter.Period.ANY);
        Runnable apply = () -> model.filterProperty().set(new RunFilter(text.getText(), outcome.getValue(), period.getValue()));
        text.textProperty().subscribe(apply);
        outcome.valueProperty().subscribe(apply);
        period.valueProperty().subscribe(apply);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(320);
        Label count = Nodes.label("", "muted");
        model.shown().addListener((javafx.collections.ListChangeListener<RunSummary>) change ->
                count.setText(Text.of("app.runs.count", model.shown().size(), model.runs().size())));
        return Nodes.row("line", text, outcome, period, count);
    }

    private VBox history() {
        TableView<RunSummary> table = table();
        VBox empty = Nodes.empty(
                Feather.CLOCK, "app.runs.empty", "app.runs.empty.text", Nodes.button("app.runs.start", Feather.PLUS, start, Styles.ACCENT));
        Button open = Nodes.button("app.runs.open", Feather.EYE, () -> openSelected(table));
        open.disableProperty().bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty()));
        VBox words = Nodes.column("headline", Nodes.label(Text.of("app.runs.title"), Styles.TITLE_3), Nodes.label(Text.of("app.runs.text"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox list = Nodes.column("page", Nodes.row("page-head", words, open), filters(), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        Runnable show = () -> {
            Nodes.show(empty, model.runs().isEmpty());
            Nodes.show(list, !model.runs().isEmpty());
        };
        model.runs().addListener((javafx.collections.ListChangeListener<RunSummary>) change -> show.run());
        show.run();
        return new VBox(empty, list);
    }

    private TableView<RunSummary> table() {
        TableView<RunSummary> table = new TableView<>(model.shown());
        table.setId("runs");
        table.setAccessibleText(Text.of("app.runs.title"));
        table.getStyleClass().addAll("grid");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(outcomeColumn());
        add(table, "app.runs.when", 200, run -> Figures.moment(run.startedMillis()), false);
        add(table, "app.runs.plan", 200, RunSummary::planName, false);
        add(table, "app.runs.target", 200, run -> TargetText.name(run.target()), false);
        add(table, "app.runs.documents", 100, run -> Figures.count(run.documents()), true);
        add(table, "app.runs.rows", 80, run -> Figures.count(run.rows()), true);
        add(table, "app.runs.rejects", 80, run -> Figures.count(run.rejects()), true);
        add(table, "app.runs.time", 80, run -> Figures.duration(run.seconds()), true);
        table.setPlaceholder(Nodes.wrapped(Text.of("app.runs.none"), "muted"));
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
            setText(word(item));
            setGraphic(icon(item));
        }
    }

    private static String word(RunResult.Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> Text.of("app.outcome.succeeded");
            case SUCCEEDED_WITH_REJECTS -> Text.of("app.outcome.rejects");
            case NOTHING_NEW -> Text.of("app.outcome.nothing");
            case VERIFICATION_FAILED -> Text.of("app.outcome.differs");
            case FAILED -> Text.of("app.outcome.failed");
            case CANCELLED -> Text.of("app.outcome.cancelled");
        };
    }

    private static Node icon(RunResult.Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED, NOTHING_NEW -> Nodes.icon(Feather.CHECK_CIRCLE, "success");
            case SUCCEEDED_WITH_REJECTS -> Nodes.icon(Feather.ALERT_TRIANGLE, "warning");
            case VERIFICATION_FAILED, FAILED -> Nodes.icon(Feather.X_CIRCLE, "danger");
            case CANCELLED -> Nodes.icon(Feather.SLASH, "warning");
        };
    }
}
