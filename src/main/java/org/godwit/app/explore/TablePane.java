package org.godwit.app.explore;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.explore.grid.CellViewer;
import org.godwit.app.explore.grid.ColumnMenu;
import org.godwit.app.explore.grid.GridModel;
import org.godwit.app.explore.grid.RowGrid;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.app.fx.TroubleView;
import org.kordamp.ikonli.feather.Feather;

/** One table: its rows, filters, and at the side the chosen cell or figures about a column. */
final class TablePane extends VBox {
    private static final double GRID_SHARE = 0.72;

    private final TableModel model;
    private final Desk desk;
    private final RowGrid grid;
    private final ToggleButton viewer = new ToggleButton(Text.of("app.explore.viewer"), Nodes.icon(Feather.SIDEBAR));

    TablePane(TableModel model, Desk desk, Tracing tracing) {
        this.model = model;
        this.desk = desk;
        this.grid = new RowGrid("explore-rows", model.grid(), model, tracing);
        getStyleClass().add("table-pane");
        model.tableProperty().subscribe(table -> {
            if (table != null) {
                grid.remember(model.layout(table));
            }
        });
        Node body = body();
        setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), new FilterBar(model), body, notice());
    }

    private FlowPane head() {
        Label name = Nodes.label("", "pane-title");
        model.tableProperty().subscribe(table -> name.setText(table == null ? "" : table.name()));
        Label count = Nodes.label("", "muted");
        count.setId("row-count");
        count.setMinWidth(USE_PREF_SIZE);
        model.stateProperty().subscribe(state -> count.setText(count(state)));
        model.grid().baseProperty().subscribe(base -> count.setText(count(model.stateProperty().get())));
        TextField jump = new TextField();
        jump.setId("jump");
        jump.setPromptText(Text.of("app.explore.jump"));
        jump.setAccessibleText(Text.of("app.explore.jump.name"));
        jump.getStyleClass().add("jump");
        jump.setOnAction(event -> jump(jump.getText()));
        MenuButton columns = ColumnMenu.of(grid);
        MenuButton export = ExportMenu.of("export-rows", format -> model.export(grid.visibleNames(), format));
        viewer.setId("cell-viewer-toggle");
        viewer.setAccessibleText(Text.spoken(Text.of("app.explore.viewer")));
        viewer.setMinWidth(USE_PREF_SIZE);
        HBox about = Nodes.row("pane-head", name, count);
        FlowPane head = Nodes.flow("table-head", about, Nodes.row("pane-head", jump, columns, export, viewer));
        about.maxWidthProperty().bind(head.widthProperty());
        return head;
    }

    private String count(RowsState state) {
        return switch (state) {
            case RowsState.None() -> "";
            case RowsState.Opening(String words) -> words;
            case RowsState.Failed(var trouble) -> "";
            case RowsState.Shown() -> {
                long rows = model.grid().rows();
                long base = model.grid().baseProperty().get();
                boolean windowed = rows > GridModel.WINDOW;
                String filtered = model.filters().isEmpty() ? "" : Text.of("app.explore.filtered", model.tableProperty().get() == null ? 0 : all());
                yield (windowed ? Text.of("app.explore.window", base + 1, Math.min(rows, base + GridModel.WINDOW), rows) : Text.of("app.explore.count", rows)) + filtered;
            }
        };
    }

    private long all() {
        var table = model.tableProperty().get();
        return table == null ? 0 : table.rows().orElse(0);
    }

    private void jump(String text) {
        String digits = text.replaceAll("\\D", "");
        if (!digits.isEmpty()) {
            model.grid().jump(digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits) - 1);
        }
    }

    private Node body() {
        StackPane rows = new StackPane(grid);
        StackPane trouble = new StackPane();
        rows.getChildren().add(trouble);
        CellViewer cell = new CellViewer(model.grid(), desk);
        ProfilePane profile = new ProfilePane(model);
        StackPane side = new StackPane(cell, profile);
        side.getStyleClass().add("side-pane");
        SplitPane split = new SplitPane(rows);
        split.setId("explore-side");
        split.getStyleClass().add("plain-split");
        model.stateProperty().subscribe(state -> {
            boolean failed = state instanceof RowsState.Failed;
            Nodes.show(trouble, failed);
            Nodes.show(grid, !failed);
            grid.setDisable(state instanceof RowsState.Opening && model.grid().rows() == 0);
            if (state instanceof RowsState.Failed(var why)) {
                trouble.getChildren().setAll(new TroubleView("app.explore.rows.failed", why, desk));
            }
        });
        Runnable arrange = () -> {
            boolean profiled = !(model.profileProperty().get() instanceof ProfileState.None);
            Nodes.show(profile, profiled);
            Nodes.show(cell, !profiled);
            boolean shown = profiled || viewer.isSelected();
            if (shown && split.getItems().size() == 1) {
                split.getItems().add(side);
                split.setDividerPositions(GRID_SHARE);
            } else if (!shown) {
                split.getItems().remove(side);
            }
        };
        model.profileProperty().subscribe(arrange);
        viewer.selectedProperty().subscribe(arrange);
        arrange.run();
        return split;
    }

    private HBox notice() {
        Label words = Nodes.wrapped("");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setId("explore-notice");
        Button close = Nodes.iconButton("app.explore.notice.close", Feather.X, () -> words.setText(""), "small-icon");
        HBox box = Nodes.row("notice", words, close);
        model.noticeProperty().subscribe(words::setText);
        model.grid().noticeProperty().subscribe(words::setText);
        words.textProperty().subscribe(text -> Nodes.show(box, !text.isEmpty()));
        return box;
    }
}
