package org.godwit.app.mapping;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Layout;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.plan.PlanFault;
import org.godwit.model.Plan;
import org.jspecify.annotations.Nullable;

/** The target: tables and their columns. */
final class TargetPane extends VBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-hover");

    private final MappingModel model;
    private final Commands commands;
    private final TextField filter = new TextField();
    private final TreeTableView<TargetRow> tree = new TreeTableView<>();
    private final FilteredTree<TargetRow> lines = new FilteredTree<>(TargetRow::name, TargetRow::selection);
    private final VisibleRows<TargetRow> visible = new VisibleRows<>();
    private boolean following;

    TargetPane(MappingModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
        getStyleClass().add("mapping-side");
        filter.setId("target-filter");
        filter.setPromptText(Text.of("app.mapping.target.filter"));
        filter.setAccessibleText(Text.of("app.mapping.target.filter"));
        filter.textProperty().subscribe(this::show);
        tree.setId("target-tree");
        tree.setShowRoot(false);
        tree.setAccessibleText(Text.of("app.mapping.target"));
        tree.getStyleClass().addAll(Styles.DENSE, "grid", "mapping-tree");
        tree.setPlaceholder(Nodes.wrapped(Text.of("app.mapping.target.none"), "muted"));
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tree.setFixedCellSize(Tree.ROW_HEIGHT);
        TreeTableColumn<TargetRow, TargetRow> name = Tree.column(tree, "app.mapping.target.name", 196, row -> row);
        name.setCellFactory(_ -> new TargetCell(model));
        Layout.whereThereIsRoom(tree, Tree.column(tree, "app.mapping.target.type", 98, 160, TargetTexts::type), Tree.LITTLE_ROOM);
        Layout.whereThereIsRoom(tree, Tree.column(tree, "app.mapping.target.flags", 42, 90, TargetTexts::flags), Tree.SOME_ROOM);
        Layout.whereThereIsRoom(tree, Tree.column(tree, "app.mapping.target.from", 110, TargetTexts::from), Tree.ROOM);
        tree.setRowFactory(_ -> visible.add(droppable(new TreeTableRow<>())));
        tree.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        tree.setOnKeyPressed(commands::onTarget);
        commands.menu(tree, true);
        setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(filter, tree);
        model.planProperty().subscribe(this::read);
        model.selectionProperty().subscribe(this::follow);
        model.faultsProperty().subscribe(_ -> tree.refresh());
    }

    private TreeTableRow<TargetRow> droppable(TreeTableRow<TargetRow> row) {
        row.setOnDragOver(event -> {
            boolean can = row.getItem() != null && model.sourceProperty().get() instanceof SourceRow.Place;
            if (can) {
                event.acceptTransferModes(TransferMode.LINK);
                row.pseudoClassStateChanged(OVER, true);
                event.consume();
            }
        });
        row.setOnDragExited(_ -> row.pseudoClassStateChanged(OVER, false));
        row.setOnDragDropped(event -> {
            if (row.getItem() != null && model.sourceProperty().get() instanceof SourceRow.Place place) {
                drop(place, row.getItem());
                event.setDropCompleted(true);
                event.consume();
            }
        });
        return row;
    }

    /** A path dropped on a table becomes a column; on a column, what it is filled from. */
    void drop(SourceRow.Place place, TargetRow on) {
        switch (on) {
            case TargetRow.Table table -> commands.addColumn(place, table.name());
            case TargetRow.Column column -> commands.use(place, column.selection());
        }
    }

    private void selected(@Nullable TreeItem<TargetRow> item) {
        if (item != null && !following) {
            model.selectionProperty().set(item.getValue().selection());
        }
    }

    private void read(Plan plan) {
        lines.set(Rows.targets(plan));
        show(filter.getText());
    }

    private void show(String wanted) {
        lines.filtered(wanted).ifPresent(root -> {
            following = true;
            tree.setRoot(root);
            following = false;
            follow(model.selectionProperty().get());
        });
    }

    /** Shows in the tree what is selected in the model. */
    private void follow(Selection selection) {
        TreeItem<TargetRow> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.getValue() != null && chosen.getValue().selection().equals(selection)) {
            return;
        }
        for (TreeItem<TargetRow> table : tree.getRoot().getChildren()) {
            if (table.getValue().name().equals(selection.table())) {
                TreeItem<TargetRow> found = table;
                for (TreeItem<TargetRow> column : table.getChildren()) {
                    found = column.getValue().selection().equals(selection) ? column : found;
                }
                select(table, found);
                return;
            }
        }
    }

    private void select(TreeItem<TargetRow> table, TreeItem<TargetRow> found) {
        following = true;
        table.setExpanded(true);
        tree.getSelectionModel().select(found);
        tree.getFocusModel().focus(tree.getRow(found));
        if (!visible.shows(found.getValue())) {
            tree.scrollTo(Math.max(0, tree.getRow(found) - 3));
        }
        following = false;
    }

    /** Returns how many faults each line has. */
    static Map<Selection, Long> faults(Plan plan, List<PlanFault> faults) {
        return faults.stream().collect(Collectors.groupingBy(fault -> Place.of(plan, fault).selection(), Collectors.counting()));
    }

    VisibleRows<TargetRow> visible() {
        return visible;
    }

    TreeTableView<TargetRow> tree() {
        return tree;
    }
}
