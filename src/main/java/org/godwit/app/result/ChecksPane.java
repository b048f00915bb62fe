package org.godwit.app.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.godwit.app.fx.Text;
import org.godwit.model.Finding;
import org.godwit.model.VerificationResult;

/** Tables of what to look at: differences that verification found, and findings of the run. */
final class ChecksPane {
    private ChecksPane() {}

    static TableView<VerificationResult.Difference> differences(List<VerificationResult.Difference> differences) {
        TableView<VerificationResult.Difference> table = table("app.differences", differences);
        add(table, "app.differences.document", 300, VerificationResult.Difference::document);
        add(table, "app.differences.cell", 240, d -> d.column().isEmpty() ? d.table() : d.table() + "." + d.column());
        add(table, "app.differences.expected", 160, VerificationResult.Difference::expected);
        add(table, "app.differences.actual", 160, VerificationResult.Difference::actual);
        add(table, "app.differences.message", 260, VerificationResult.Difference::message);
        return table;
    }

    static TableView<Finding> findings(List<Finding> findings) {
        TableView<Finding> table = table("app.findings", findings);
        add(table, "app.findings.severity", 90, finding -> severity(finding.severity()));
        add(table, "app.findings.place", 320, Finding::place);
        add(table, "app.findings.message", 560, Finding::message);
        return table;
    }

    private static String severity(Finding.Severity severity) {
        return switch (severity) {
            case INFO -> Text.of("app.findings.info");
            case WARNING -> Text.of("app.findings.warning");
            case ERROR -> Text.of("app.findings.error");
        };
    }

    private static <T> TableView<T> table(String nameKey, List<T> items) {
        TableView<T> table = new TableView<>();
        table.setAccessibleText(Text.of(nameKey));
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getItems().setAll(items);
        return table;
    }

    private static <T> void add(TableView<T> table, String key, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }
}
