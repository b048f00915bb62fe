package org.godwit.app.charts;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Layout;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.app.fx.TroubleView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The screen of charts: choice at the left, chart at the right, the rows behind a bar below. */
public final class ChartsView extends StackPane {
    private final ChartsModel model;
    private final Runnable start;
    private final VBox recent = Nodes.column("recent-list");
    private @Nullable Node page;
    private final Tracing tracing;

    /**
     * @param tracing shows where a row is from
     * @param start leads to where a first migration begins
     */
    public ChartsView(ChartsModel model, Tracing tracing, Runnable start) {
        this.model = model;
        this.tracing = tracing;
        this.start = start;
        getStyleClass().add("charts");
        model.recent().addListener((ListChangeListener<Path>) change -> listRecent());
        model.stateProperty().subscribe(state -> getChildren().setAll(view(state)));
    }

    private Node view(ChartsState state) {
        return switch (state) {
            case ChartsState.Start() -> start();
            case ChartsState.Reading(Path file) ->
                Nodes.column("empty-state", Nodes.label(Text.of("app.charts.reading", file.getFileName()), "muted"));
            case ChartsState.Failed(var trouble) -> new TroubleView("app.charts.failed", trouble, model.kit().desk(), opener());
            case ChartsState.Nothing(Path file) ->
                Nodes.empty(Feather.BAR_CHART_2, "app.charts.nothing", "app.charts.nothing.text", opener());
            case ChartsState.Ready ready -> page();
        };
    }

    private Node start() {
        VBox empty = Nodes.empty(
                Feather.BAR_CHART_2,
                "app.charts.start",
                "app.charts.start.text",
                Nodes.button("app.charts.migrate", Feather.PLUS, start, Styles.ACCENT),
                opener());
        empty.getChildren().add(recent);
        listRecent();
        return empty;
    }

    private void listRecent() {
        recent.getChildren().setAll(model.recent().stream().map(this::recentButton).toList());
    }

    private Button recentButton(Path file) {
        Button button = new Button(String.valueOf(file.getFileName()), Nodes.icon(Feather.DATABASE));
        button.setAccessibleText(Text.of("app.charts.openNamed", file));
        button.setMnemonicParsing(false);
        button.getStyleClass().add(Styles.FLAT);
        button.setOnAction(event -> model.open(file));
        return button;
    }

    private Button opener() {
        return Nodes.button("app.charts.open", Feather.FOLDER, model::choose);
    }

    /** Made once: it keeps what was chosen, zoomed and hidden. */
    private Node page() {
        Node made = page;
        if (made == null) {
            ChoicePane choice = new ChoicePane(model, model::choose);
            RowsPane rows = new RowsPane(model, tracing);
            ChartPane chart = new ChartPane(model);
            SplitPane split = new SplitPane(chart);
            split.setOrientation(javafx.geometry.Orientation.VERTICAL);
            model.rowsProperty().subscribe(state -> {
                boolean open = !(state instanceof RowsState.Closed);
                if (open != split.getItems().contains(rows)) {
                    split.getItems().setAll(open ? java.util.List.of(chart, rows) : java.util.List.of(chart));
                    split.setDividerPositions(0.62);
                }
            });
            Layout.remember(split, "charts");
            HBox.setHgrow(split, Priority.ALWAYS);
            made = Nodes.row("charts-page", choice, split);
            page = made;
        }
        return made;
    }
}
