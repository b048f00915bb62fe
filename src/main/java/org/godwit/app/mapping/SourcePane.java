package org.godwit.app.mapping;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Layout;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.mapping.Rows.Branch;
import org.godwit.model.Step;

/** The source: datasets and their paths. */
final class SourcePane extends VBox {
    private final MappingModel model;
    private final TextField filter = new TextField();
    private final TreeTableView<SourceRow> tree = new TreeTableView<>();
    private final FilteredTree<SourceRow> lines = new FilteredTree<>(SourceRow::label, SourcePane::key);
    private final VisibleRows<SourceRow> visible = new VisibleRows<>();
    private SourceIndex index = new SourceIndex(List.of());

    SourcePane(MappingModel model, Commands commands) {
        this.model = model;
        getStyleClass().add("mapping-side");
        filter.setId("source-filter");
        filter.setPromptText(Text.of("app.mapping.source.filter"));
        filter.setAccessibleText(Text.of("app.mapping.source.filter"));
        filter.textProperty().subscribe(this::show);
        tree.setId("source-tree");
        tree.setShowRoot(false);
        tree.setAccessibleText(Text.of("app.mapping.source"));
        tree.getStyleClass().addAll(Styles.DENSE, "grid", "mapping-tree");
        tree.setPlaceholder(Nodes.wrapped(Text.of("app.mapping.source.none"), "muted"));
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tree.setFixedCellSize(Tree.ROW_HEIGHT);
        TreeTableColumn<SourceRow, SourceRow> name = Tree.column(tree, "app.mapping.source.path", 226, row -> row);
        name.setCellFactory(_ -> new SourceCell(model));
        Tree.column(tree, "app.mapping.source.share", 56, 80, SourcePane::share).getStyleClass().add("number");
        Layout.whereThereIsRoom(tree, Tree.column(tree, "app.mapping.source.types", 62, 160, SourceTexts::types), Tree.SOME_ROOM);
        Layout.whereThereIsRoom(tree, Tree.column(tree, "app.mapping.source.sample", 110, SourceTexts::sample), Tree.ROOM);
        tree.setRowFactory(_ -> visible.add(new TreeTableRow<>()));
        tree.setOnDragDetected(this::drag);
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> model.sourceProperty().set(item == null ? null : item.getValue()));
        tree.setOnKeyPressed(commands::onSource);
        commands.menu(tree, false);
        setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(filter, tree);
        model.inspectionProperty().subscribe(_ -> read());
        model.coverageProperty().subscribe(_ -> tree.refresh());
    }

    // The tree's own event, since its rows may be made anew while the mouse is down: a row that is gone can begin nothing.
    private void drag(MouseEvent event) {
        Node under = event.getPickResult().getIntersectedNode();
        while (under != null && !(under instanceof TreeTableRow<?> row && !row.isEmpty())) {
            under = under.getParent();
        }
        if (under != null && model.sourceProperty().get() instanceof SourceRow.Place place) {
            ClipboardContent content = new ClipboardContent();
            content.putString(place.path().text());
            tree.startDragAndDrop(TransferMode.LINK).setContent(content);
            event.consume();
        }
    }

    private static String share(SourceRow row) {
        return switch (row) {
            case SourceRow.Dataset dataset -> Figures.count(dataset.documents());
            case SourceRow.Place place -> SourceTexts.share(place);
        };
    }

    private void read() {
        List<Branch<SourceRow>> all = Rows.sources(model.inspectionProperty().get(), model.planProperty().get());
        index = new SourceIndex(all);
        lines.close();
        lines.set(all);
        filter.clear();
        show("");
    }

    private void show(String wanted) {
        lines.filtered(wanted).ifPresent(tree::setRoot);
    }

    static Object key(SourceRow row) {
        return List.of(row.dataset(), SourceIndex.steps(row));
    }

    /** Opens what is above the places and scrolls to the first of them. */
    void reveal(String dataset, List<List<Step>> places) {
        TreeItem<SourceRow> first = null;
        for (List<Step> place : places) {
            SourceRow row = index.find(dataset, place).orElse(null);
            TreeItem<SourceRow> item = row == null ? null : item(tree.getRoot(), row.dataset(), SourceIndex.steps(row));
            first = first == null ? item : first;
        }
        if (first != null) {
            int at = tree.getRow(first);
            if (!visible.shows(first.getValue())) {
                tree.scrollTo(Math.max(0, at - 4));
            }
        }
    }

    private static TreeItem<SourceRow> item(TreeItem<SourceRow> root, String dataset, List<Step> steps) {
        TreeItem<SourceRow> at = root;
        List<Object> ways = new ArrayList<>();
        ways.add(List.of(dataset, List.of()));
        for (int i = 1; i <= steps.size(); i++) {
            ways.add(List.of(dataset, steps.subList(0, i)));
        }
        for (Object way : ways) {
            TreeItem<SourceRow> next = null;
            for (TreeItem<SourceRow> child : at.getChildren()) {
                next = key(child.getValue()).equals(way) ? child : next;
            }
            if (next == null) {
                return at;
            }
            at.setExpanded(true);
            at = next;
        }
        return at;
    }

    SourceIndex index() {
        return index;
    }

    VisibleRows<SourceRow> visible() {
        return visible;
    }

    TreeTableView<SourceRow> tree() {
        return tree;
    }
}
