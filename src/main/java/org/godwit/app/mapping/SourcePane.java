package org.godwit.app.mapping;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.mapping.Rows.Branch;

/** The source: datasets and their paths. */
final class SourcePane extends VBox {
    private final MappingModel model;
    private final TextField filter = new TextField();
    private final TreeTableView<SourceRow> tree = new TreeTableView<>();
    private final Set<Object> open = new HashSet<>();
    private List<Branch<SourceRow>> all = List.of();

    SourcePane(MappingModel model) {
        this.model = model;
        getStyleClass().add("mapping-side");
        filter.setId("source-filter");
        filter.setPromptText(Text.of("app.mapping.source.filter"));
        filter.setAccessibleText(Text.of("app.mapping.source.filter"));
        filter.textProperty().subscribe(this::show);
        tree.setId("source-tree");
        tree.setShowRoot(false);
        tree.setAccessibleText(Text.of("app.mapping.source"));
        tree.getStyleClass().addAll(Styles.DENSE, "grid");
        tree.setPlaceholder(Nodes.label(Text.of("app.mapping.source.none"), "muted"));
        Tree.column(tree, "app.mapping.source.path", 190, SourceRow::label);
        Tree.column(tree, "app.mapping.source.share", 64, SourcePane::share);
        Tree.column(tree, "app.mapping.source.types", 90, SourceTexts::types);
        Tree.column(tree, "app.mapping.source.sample", 140, SourceTexts::sample);
        setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(filter, tree);
        model.inspectionProperty().subscribe(_ -> read());
    }

    private static String share(SourceRow row) {
        return switch (row) {
            case SourceRow.Dataset dataset -> Figures.count(dataset.documents());
            case SourceRow.Place place -> SourceTexts.share(place);
        };
    }

    private void read() {
        all = Rows.sources(model.inspectionProperty().get(), model.planProperty().get());
        show(filter.getText());
    }

    private void show(String wanted) {
        boolean filtered = !wanted.isBlank();
        TreeItem<SourceRow> root = Tree.root(Rows.matching(all, wanted, SourceRow::label), SourcePane::key, filtered ? new HashSet<>() : open, filtered);
        tree.setRoot(root);
    }

    private static Object key(SourceRow row) {
        return switch (row) {
            case SourceRow.Dataset dataset -> dataset.dataset();
            case SourceRow.Place place -> List.of(place.dataset(), place.steps());
        };
    }
}
