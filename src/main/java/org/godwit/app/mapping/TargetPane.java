package org.godwit.app.mapping;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.mapping.Rows.Branch;
import org.godwit.model.Plan;

/** The target: tables and their columns. */
final class TargetPane extends VBox {
    private final TextField filter = new TextField();
    private final TreeTableView<TargetRow> tree = new TreeTableView<>();
    private final Set<Object> open = new HashSet<>();
    private List<Branch<TargetRow>> all = List.of();

    TargetPane(MappingModel model) {
        getStyleClass().add("mapping-side");
        filter.setId("target-filter");
        filter.setPromptText(Text.of("app.mapping.target.filter"));
        filter.setAccessibleText(Text.of("app.mapping.target.filter"));
        filter.textProperty().subscribe(this::show);
        tree.setId("target-tree");
        tree.setShowRoot(false);
        tree.setAccessibleText(Text.of("app.mapping.target"));
        tree.getStyleClass().addAll(Styles.DENSE, "grid");
        tree.setPlaceholder(Nodes.label(Text.of("app.mapping.target.none"), "muted"));
        Tree.column(tree, "app.mapping.target.name", 190, TargetRow::name);
        Tree.column(tree, "app.mapping.target.type", 90, TargetTexts::type);
        Tree.column(tree, "app.mapping.target.flags", 70, TargetTexts::flags);
        Tree.column(tree, "app.mapping.target.from", 170, TargetTexts::from);
        setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(filter, tree);
        model.planProperty().subscribe(this::read);
    }

    private void read(Plan plan) {
        all = Rows.targets(plan);
        show(filter.getText());
    }

    private void show(String wanted) {
        boolean filtered = !wanted.isBlank();
        tree.setRoot(Tree.root(Rows.matching(all, wanted, TargetRow::name), TargetRow::selection, filtered ? new HashSet<>() : open, filtered));
    }
}
