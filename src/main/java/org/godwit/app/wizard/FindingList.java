package org.godwit.app.wizard;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Finding;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Findings with their weight and place, each as long as it is. */
final class FindingList extends ListView<Finding> {
    FindingList(List<Finding> findings) {
        setId("findings");
        getStyleClass().addAll("table-list", "finding-list");
        setAccessibleText(Text.of("app.findings"));
        getItems().setAll(findings);
        setCellFactory(_ -> new FindingCell());
    }

    private static final class FindingCell extends ListCell<Finding> {
        private final Label message = Nodes.wrapped("");
        private final Label place = Nodes.label("", "muted", "small-text");
        private final VBox text = Nodes.column("finding", message, place);

        FindingCell() {
            place.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Finding item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            message.setText(item.message());
            place.setText(item.place());
            HBox line = Nodes.row("line", icon(item.severity()), text);
            line.getStyleClass().add("top-line");
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.maxWidthProperty().bind(widthProperty().subtract(24));
            line.prefWidthProperty().bind(widthProperty().subtract(24));
            setGraphic(line);
            setAccessibleText(word(item.severity()) + ". " + item.message() + " " + item.place());
        }

        private static Region icon(Finding.Severity severity) {
            HBox box = new HBox(switch (severity) {
                case INFO -> Nodes.icon(Feather.INFO, "subtle-icon");
                case WARNING -> Nodes.icon(Feather.ALERT_TRIANGLE, "warning");
                case ERROR -> Nodes.icon(Feather.X_CIRCLE, "danger");
            });
            box.setMinWidth(USE_PREF_SIZE);
            return box;
        }

        private static String word(Finding.Severity severity) {
            return switch (severity) {
                case INFO -> Text.of("app.findings.info");
                case WARNING -> Text.of("app.findings.warning");
                case ERROR -> Text.of("app.findings.error");
            };
        }
    }
}
