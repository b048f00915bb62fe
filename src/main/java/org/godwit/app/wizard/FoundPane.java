package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.model.FileReport;
import org.kordamp.ikonli.feather.Feather;

/** What was found: figures above, problems first, then the files; at the right by which recipe, and into what. */
final class FoundPane extends VBox {
    FoundPane(WizardModel model, FoundModel found, Desk desk) {
        getStyleClass().add("found");
        VBox left = Nodes.column("facts", facts(found, desk));
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox body = Nodes.row("found-body", left, new DecidePane(found, desk));
        setVgrow(body, Priority.ALWAYS);
        Tiles tiles = new Tiles();
        tiles.show(found);
        getChildren().addAll(head(model, found), tiles, body);
        if (found.hasWaysToRead()) {
            left.getChildren().addFirst(new ReadingLine(found));
            found.draftProperty().addListener((draft, before, state) -> {
                if (state instanceof FoundModel.DraftState.Made) {
                    left.getChildren().set(1, facts(found, desk));
                    tiles.show(found);
                }
            });
        }
    }

    private static VBox facts(FoundModel found, Desk desk) {
        VBox facts = Nodes.column("facts");
        if (!found.problems().isEmpty()) {
            facts.getChildren().add(new ProblemsPane(found, desk));
        }
        TableView<FileReport> files = files(found);
        VBox.setVgrow(files, Priority.ALWAYS);
        facts.getChildren()
                .addAll(
                        Nodes.row(
                                "section-head",
                                Nodes.label(Text.of(found.databases().isPresent() ? "app.source.tables" : "app.source.files"), "section-title"),
                                Nodes.label(found.units().text("app.source.files.text", "app.source.tables.text"), "muted")),
                        files);
        VBox.setVgrow(facts, Priority.ALWAYS);
        return facts;
    }

    private static HBox head(WizardModel model, FoundModel found) {
        VBox words = Nodes.column(
                "headline",
                Nodes.label(Text.of("app.found.title", found.discovery().title()), Styles.TITLE_3),
                Nodes.label(found.discovery().locations().stream().map(Places::words).collect(java.util.stream.Collectors.joining(", ")), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        return Nodes.row("page-head", words, Nodes.button("app.migrate.other", Feather.FOLDER, model::startOver, Styles.FLAT));
    }

    private static TableView<FileReport> files(FoundModel found) {
        List<FileReport> files = found.inspection().files();
        Optional<List<String>> databases = found.databases();
        TableView<FileReport> table = new TableView<>();
        table.setId("files");
        table.setAccessibleText(Text.of(databases.isPresent() ? "app.source.tables" : "app.source.files"));
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        add(table, databases.isPresent() ? "app.source.table" : "app.source.file", 420, 60, file -> databases.map(all -> Places.table(file.path(), all)).orElse(file.path()));
        add(table, "app.source.status", 100, 70, file -> status(file.status()));
        boolean rows = found.units() == Units.ROWS;
        add(table, rows ? "app.source.rows" : "app.source.documents", 94, rows ? 58 : 94, file -> Figures.count(file.documents())).getStyleClass().add("number");
        add(table, "app.source.size", 90, 64, file -> Figures.bytes((double) file.bytes())).getStyleClass().add("number");
        // What is not as it should be stands first; otherwise the order of names stays.
        table.getItems().setAll(files.stream().sorted(Comparator.comparing((FileReport file) -> file.status() == FileReport.Status.OK)).toList());
        table.setPlaceholder(Nodes.label(Text.of("app.found.none"), "muted"));
        return table;
    }

    private static TableColumn<FileReport, String> add(TableView<FileReport> table, String key, double width, double least, Function<FileReport, String> text) {
        TableColumn<FileReport, String> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        table.getColumns().add(column);
        return column;
    }

    private static String status(FileReport.Status status) {
        return switch (status) {
            case OK -> Text.of("app.status.ok");
            case EMPTY -> Text.of("app.status.empty");
            case MALFORMED -> Text.of("app.status.malformed");
            case UNREADABLE -> Text.of("app.status.unreadable");
            case OTHER -> Text.of("app.status.other");
        };
    }
}
