package org.godwit.app.explore;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Drop;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.app.fx.TroubleView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The screen: the database at the top, its tables at the left, rows and console at the right. */
public final class ExploreView extends StackPane {
    private static final double LEFT_SHARE = 0.27;

    private final ExploreModel model;
    private final Desk desk;
    private final Runnable start;

    /**
     * @param start leads to where a database is made
     */
    public ExploreView(ExploreModel model, Desk desk, Tracing tracing, Runnable start) {
        this.model = model;
        this.desk = desk;
        this.start = start;
        getStyleClass().add("explore");
        VBox empty = empty();
        VBox page = page(tracing);
        getChildren().addAll(page, empty);
        // At the list itself: a binding in between would be held by nobody.
        Runnable choose = () -> {
            Nodes.show(empty, model.databases().isEmpty());
            Nodes.show(page, !model.databases().isEmpty());
        };
        model.databases().subscribe(choose);
        choose.run();
        Drop.on(this, Drop::isDatabase, paths -> paths.stream().findFirst().ifPresent(model::open));
    }

    private VBox empty() {
        return Nodes.empty(
                Feather.DATABASE,
                "app.explore.empty",
                "app.explore.empty.text",
                Nodes.button("app.explore.open", Feather.FOLDER, model::choose, Styles.ACCENT),
                Nodes.button("app.explore.start", Feather.PLUS, start));
    }

    private VBox page(Tracing tracing) {
        VBox words = Nodes.column("headline", Nodes.label(Text.of("app.explore.title"), Styles.TITLE_3));
        ComboBox<Path> databases = databases();
        HBox.setHgrow(databases, Priority.ALWAYS);
        Button open = Nodes.button("app.explore.open", Feather.FOLDER, model::choose);
        HBox head = Nodes.row("page-head", words, databases, open);
        StackPane below = new StackPane();
        SplitPane tables = new SplitPane(new TableList(model), tabs(tracing));
        tables.setId("explore-split");
        tables.setDividerPositions(LEFT_SHARE);
        tables.getStyleClass().add("plain-split");
        SplitPane.setResizableWithParent(tables.getItems().getFirst(), false);
        model.catalogProperty().subscribe(state -> below.getChildren().setAll(below(state, tables)));
        VBox page = Nodes.column("page", head, below);
        VBox.setVgrow(below, Priority.ALWAYS);
        return page;
    }

    private Node below(CatalogState state, Node tables) {
        return switch (state) {
            case CatalogState.None() -> Nodes.column("empty-state", Nodes.label(Text.of("app.explore.none"), "muted"));
            case CatalogState.Reading(Path database) ->
                Nodes.column("empty-state", Nodes.label(Text.of("app.explore.reading", database.getFileName()), "muted"));
            case CatalogState.Shown(Path database, var shown) ->
                shown.isEmpty() ? Nodes.empty(Feather.INBOX, "app.explore.bare", "app.explore.bare.text") : tables;
            case CatalogState.Failed(Path database, var trouble) ->
                new TroubleView("app.explore.failed", trouble, desk, Nodes.button("app.explore.again", Feather.REFRESH_CW, () -> model.open(database)));
        };
    }

    private ComboBox<Path> databases() {
        ComboBox<Path> databases = new ComboBox<>(model.databases());
        databases.setId("databases");
        databases.setAccessibleText(Text.of("app.explore.database"));
        databases.setMaxWidth(Double.MAX_VALUE);
        databases.setCellFactory(list -> new PathCell());
        databases.setButtonCell(new PathCell());
        databases.valueProperty().bindBidirectional(model.databaseProperty());
        return databases;
    }

    private TabPane tabs(Tracing tracing) {
        TabPane tabs = new TabPane();
        tabs.setId("explore-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(Text.of("app.explore.parts"));
        Tab rows = new Tab(Text.of("app.explore.rows"), new TablePane(model.table(), desk, tracing));
        rows.setGraphic(Nodes.icon(Feather.GRID));
        Tab sql = new Tab(Text.of("app.explore.sql"), new SqlPane(model.sql(), desk));
        sql.setGraphic(Nodes.icon(Feather.TERMINAL));
        tabs.getTabs().setAll(List.of(rows, sql));
        return tabs;
    }

    /** A database's name, and where it is. */
    private static final class PathCell extends ListCell<Path> {
        @Override
        protected void updateItem(@Nullable Path item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : Text.of("app.explore.place", item.getFileName(), String.valueOf(item.getParent())));
        }
    }
}
