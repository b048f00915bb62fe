package org.godwit.app.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.excerpt.ExcerptModel;
import org.godwit.app.excerpt.ExcerptView;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Reject;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was not loaded: what it is, its place, the reason, the original text of the chosen one, and the lines around it in its file. */
final class RejectsPane extends VBox {
    private final TextArea raw = new TextArea();
    private final ExcerptModel excerpts;

    RejectsPane(List<Reject> rejects, ExcerptModel excerpts, Desk desk) {
        this.excerpts = excerpts;
        getStyleClass().add("rejects-pane");
        TableView<Reject> table = new TableView<>();
        table.setId("rejects");
        table.setAccessibleText(Text.of("app.rejects"));
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("app.rejects.level", 90, reject -> level(reject.level())));
        table.getColumns().add(column("app.rejects.file", 330, Reject::file));
        table.getColumns().add(column("app.rejects.place", 200, RejectsPane::place));
        table.getColumns().add(column("app.rejects.reason", 360, Reject::reason));
        table.getItems().setAll(rejects);
        setVgrow(table, Priority.ALWAYS);
        raw.setEditable(false);
        raw.setWrapText(true);
        raw.setPrefRowCount(4);
        raw.setMinHeight(USE_PREF_SIZE);
        raw.getStyleClass().add("raw");
        raw.setAccessibleText(Text.of("app.rejects.raw"));
        Node copy = Nodes.button("app.rejects.copy", Feather.COPY, () -> desk.copy(raw.getText()), Styles.FLAT);
        getChildren().addAll(table, Nodes.row("pane-head", Nodes.label(Text.of("app.rejects.raw"), "pane-title"), Nodes.spacer(), copy), raw, new ExcerptView(excerpts));
        table.getSelectionModel().selectedItemProperty().subscribe(this::show);
        table.getSelectionModel().selectFirst();
    }

    private void show(@Nullable Reject reject) {
        raw.setText(reject == null ? "" : reject.raw());
        if (reject != null && reject.line() > 0) {
            excerpts.show(reject.file(), reject.line(), reject.column());
        } else {
            excerpts.clear();
        }
    }

    private static TableColumn<Reject, String> column(String key, double width, Function<Reject, String> text) {
        TableColumn<Reject, String> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static String level(Reject.Level level) {
        return switch (level) {
            case FILE -> Text.of("app.rejects.level.file");
            case DOCUMENT -> Text.of("app.rejects.level.document");
            case ROW -> Text.of("app.rejects.level.row");
            case VALUE -> Text.of("app.rejects.level.value");
        };
    }

    private static String place(Reject reject) {
        String line = reject.line() == 0 ? "" : Text.of("app.place.line", reject.line(), reject.column());
        String at = reject.table().isEmpty() ? reject.pointer() : reject.pointer() + " → " + reject.table();
        String column = reject.columnName().isEmpty() ? at : at + "." + reject.columnName();
        return line.isEmpty() || column.isEmpty() ? line + column : line + ", " + column;
    }
}
