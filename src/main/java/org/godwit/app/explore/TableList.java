package org.godwit.app.explore;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.duck.CatalogTable;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Tables and views with their counts; Godwit's own are folded away. */
final class TableList extends VBox {
    private final ExploreModel model;
    private final ListView<CatalogTable> tables = list("tables-of-database", "app.explore.tables");
    private final ListView<CatalogTable> own = list("tables-of-godwit", "app.explore.own.tables");
    private final TitledPane ownPane = new TitledPane("", own);
    private final TextField find = new TextField();
    private boolean following;

    TableList(ExploreModel model) {
        this.model = model;
        getStyleClass().add("explore-tables");
        find.setId("find-table");
        find.setPromptText(Text.of("app.explore.find"));
        find.setAccessibleText(Text.of("app.explore.find"));
        find.textProperty().subscribe(text -> fill());
        own.setPrefHeight(170);
        ownPane.setExpanded(false);
        ownPane.setAnimated(false);
        ownPane.getStyleClass().add("own-tables");
        setVgrow(tables, Priority.ALWAYS);
        getChildren().addAll(find, tables, ownPane);
        model.catalogProperty().subscribe(state -> fill());
        model.table().tableProperty().subscribe(this::follow);
    }

    private ListView<CatalogTable> list(String id, String nameKey) {
        ListView<CatalogTable> list = new ListView<>();
        list.setId(id);
        list.setAccessibleText(Text.of(nameKey));
        list.getStyleClass().add("table-list");
        list.setCellFactory(view -> new TableCell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null && !following) {
                model.show(chosen);
            }
        });
        return list;
    }

    private void fill() {
        if (!(model.catalogProperty().get() instanceof CatalogState.Shown shown)) {
            return;
        }
        String wanted = find.getText().toLowerCase(Locale.ROOT);
        List<CatalogTable> found = shown.tables().stream().filter(table -> table.name().toLowerCase(Locale.ROOT).contains(wanted)).toList();
        following = true;
        tables.getItems().setAll(found.stream().filter(table -> !table.isSystem()).toList());
        own.getItems().setAll(found.stream().filter(CatalogTable::isSystem).toList());
        following = false;
        ownPane.setText(Text.of("app.explore.own", own.getItems().size()));
        Nodes.show(ownPane, !own.getItems().isEmpty());
        follow(model.table().tableProperty().get());
    }

    private void follow(@Nullable CatalogTable chosen) {
        following = true;
        for (ListView<CatalogTable> list : List.of(tables, own)) {
            if (chosen != null && list.getItems().contains(chosen)) {
                list.getSelectionModel().select(chosen);
            } else {
                list.getSelectionModel().clearSelection();
            }
        }
        following = false;
    }

    /** A name and how many rows it has. */
    private static final class TableCell extends ListCell<CatalogTable> {
        @Override
        protected void updateItem(@Nullable CatalogTable item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String schema = item.schema().equals("main") ? "" : item.schema() + ".";
            Label name = Nodes.label(schema + item.name(), "list-name");
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            String rows = item.rows().isPresent() ? Figures.count(item.rows().getAsLong()) : Text.of("app.explore.unreadable");
            Label count = Nodes.label(rows, "muted");
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = Nodes.row("line", Nodes.icon(item.view() ? Feather.EYE : Feather.GRID, "subtle-icon"), name, count);
            line.prefWidthProperty().bind(widthProperty().subtract(28));
            setGraphic(line);
            setAccessibleText(Text.of(item.view() ? "app.explore.view.named" : "app.explore.table.named", item.name(), rows));
        }
    }
}
