package org.godwit.app.migrate;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.DatasetProfile;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was found: figures above, problems first, then the datasets; at the right what to do with it. */
final class FoundView extends VBox {
    FoundView(MigrateModel model, FoundModel found, Desk desk) {
        getStyleClass().addAll("page", "found");
        VBox facts = Nodes.column("facts");
        if (!found.problems().isEmpty()) {
            facts.getChildren().add(new ProblemsPane(found.problems(), desk));
        }
        TableView<DatasetProfile> datasets = datasets(found.datasets());
        VBox.setVgrow(datasets, Priority.ALWAYS);
        facts.getChildren()
                .addAll(
                        Nodes.row(
                                "section-head",
                                Nodes.label(Text.of("app.found.datasets"), "section-title"),
                                Nodes.label(Text.of("app.found.datasets.text"), "muted")),
                        datasets);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox body = Nodes.row("found-body", facts, new DecidePane(model, found, desk));
        setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(model, found), tiles(found), body);
    }

    private static HBox head(MigrateModel model, FoundModel found) {
        Label title = Nodes.label(Text.of("app.found.title", found.discovery().title()), Styles.TITLE_3);
        Label place = Nodes.label(String.join(", ", found.inspection().locations()), "muted");
        VBox words = Nodes.column("headline", title, place);
        HBox.setHgrow(words, Priority.ALWAYS);
        return Nodes.row("page-head", words, Nodes.button("app.migrate.other", Feather.FOLDER, model::startOver, Styles.FLAT));
    }

    private static HBox tiles(FoundModel found) {
        long files = found.inspection().files().size();
        int problems = found.problems().size();
        return Nodes.row(
                "tiles",
                tile(found.inspection().documents(), "app.found.documents"),
                tile(found.inspection().leaves().total(), "app.found.values"),
                tile(found.datasets().size(), "app.found.datasets.count"),
                tile(Figures.bytes((double) found.inspection().bytes()), Text.of("app.found.files", files)),
                tile(Figures.count(problems), Text.of("app.found.problems", problems)));
    }

    private static VBox tile(long number, String key) {
        return tile(Figures.count(number), Text.of(key, number));
    }

    private static VBox tile(String figure, String words) {
        VBox tile = Nodes.column("tile", Nodes.label(figure, "tile-figure"), Nodes.label(words, "muted"));
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }

    private static TableView<DatasetProfile> datasets(List<DatasetProfile> datasets) {
        TableView<DatasetProfile> table = new TableView<>();
        table.setId("datasets");
        table.setAccessibleText(Text.of("app.found.datasets"));
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("app.found.dataset", 230, DatasetProfile::name));
        TableColumn<DatasetProfile, Long> documents = column("app.found.dataset.documents", 100, DatasetProfile::documents);
        documents.setCellFactory(_ -> new CountCell());
        documents.getStyleClass().add("number");
        table.getColumns().add(documents);
        table.getColumns().add(column("app.found.dataset.examples", 360, set -> String.join(", ", set.examples())));
        table.getItems().setAll(datasets);
        table.setPlaceholder(Nodes.label(Text.of("app.found.none"), "muted"));
        return table;
    }

    private static <T> TableColumn<DatasetProfile, T> column(String key, double width, Function<DatasetProfile, T> value) {
        TableColumn<DatasetProfile, T> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static final class CountCell extends TableCell<DatasetProfile, Long> {
        @Override
        protected void updateItem(@Nullable Long item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : Figures.count(item));
        }
    }
}
