package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.DatasetProfile;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The profile of the chosen dataset as a table that opens like a tree, and below it the chosen path. */
final class ProfilePane extends VBox {
    private static final int OPEN_PATHS = 60;

    private final TreeTableView<ProfileRow> table = new TreeTableView<>();

    ProfilePane(DataModel model) {
        getStyleClass().add("profile-pane");
        table.setId("profile");
        table.setAccessibleText(Text.of("app.data.profile"));
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setShowRoot(true);
        table.setPlaceholder(Nodes.label(Text.of("app.found.none"), "muted"));
        TreeTableColumn<ProfileRow, ProfileRow> path = column("app.data.path", 230);
        path.setCellFactory(_ -> new PathCell());
        TreeTableColumn<ProfileRow, ProfileRow> share = column("app.data.share", 120);
        share.setCellFactory(_ -> new ShareCell());
        table.getColumns().add(path);
        table.getColumns().add(share);
        text("app.data.types", 150, ProfileRow::types);
        text("app.data.samples", 220, ProfileRow::samples);
        text("app.data.distinct", 70, ProfileRow::distinct).getStyleClass().add("number");
        text("app.data.least", 110, ProfileRow::least);
        text("app.data.greatest", 110, ProfileRow::greatest);
        text("app.data.longest", 70, ProfileRow::longest).getStyleClass().add("number");
        setVgrow(table, Priority.ALWAYS);
        PathPane detail = new PathPane(model);
        getChildren().addAll(table, detail);
        table.getSelectionModel().selectedItemProperty().subscribe(item -> detail.show(item == null ? null : item.getValue()));
        model.datasetProperty().subscribe(this::fill);
    }

    private void fill(@Nullable DatasetProfile dataset) {
        TreeItem<ProfileRow> before = table.getSelectionModel().getSelectedItem();
        table.setRoot(dataset == null ? null : new PathItem(ProfileRow.root(dataset)));
        if (table.getRoot() == null) {
            return;
        }
        open(table.getRoot(), OPEN_PATHS);
        int row = before == null ? 0 : find(before.getValue());
        table.getSelectionModel().select(Math.max(0, row));
    }

    /** The place of the same path in the new profile. */
    private int find(ProfileRow wanted) {
        for (int row = 0; row < table.getExpandedItemCount(); row++) {
            if (table.getTreeItem(row).getValue().path().equals(wanted.path())) {
                return row;
            }
        }
        return 0;
    }

    /** Opens what there is room for, level by level. */
    private static void open(TreeItem<ProfileRow> root, int most) {
        java.util.ArrayDeque<TreeItem<ProfileRow>> next = new java.util.ArrayDeque<>(java.util.List.of(root));
        int shown = 0;
        while (!next.isEmpty() && shown < most) {
            TreeItem<ProfileRow> item = next.removeFirst();
            shown += item.getChildren().size();
            item.setExpanded(true);
            next.addAll(item.getChildren());
        }
    }

    private static TreeTableColumn<ProfileRow, ProfileRow> column(String key, double width) {
        TreeTableColumn<ProfileRow, ProfileRow> column = new TreeTableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private TreeTableColumn<ProfileRow, String> text(String key, double width, Function<ProfileRow, String> text) {
        TreeTableColumn<ProfileRow, String> column = new TreeTableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue().getValue()).replace('\n', ' ')));
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    /** Makes its children when they are asked for: a profile may have thousands of paths. */
    private static final class PathItem extends TreeItem<ProfileRow> {
        private boolean made;

        PathItem(ProfileRow row) {
            super(row);
        }

        @Override
        public boolean isLeaf() {
            return getValue().node().children().isEmpty();
        }

        @Override
        public ObservableList<TreeItem<ProfileRow>> getChildren() {
            if (!made) {
                made = true;
                super.getChildren().setAll(getValue().children().stream().map(PathItem::new).toList());
            }
            return super.getChildren();
        }
    }

    /** The last step of the path, with a mark where types differ or the keys are in doubt. */
    private static final class PathCell extends TreeTableCell<ProfileRow, ProfileRow> {
        @Override
        protected void updateItem(@Nullable ProfileRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(item.name());
            var verdict = item.node().keysAreData();
            if (!item.drift().isEmpty()) {
                setGraphic(Nodes.icon(Feather.ALERT_TRIANGLE, "warning"));
                setAccessibleText(Text.of("app.data.path.drift", item.name()));
            } else if (verdict != null && (verdict.data() || verdict.doubtful())) {
                setGraphic(Nodes.icon(Feather.KEY, verdict.doubtful() ? "warning" : "subtle-icon"));
                setAccessibleText(Text.of("app.data.path.keys", item.name()));
            } else {
                setGraphic(null);
                setAccessibleText(item.name());
            }
        }
    }

    /** A bar and the share in figures; nothing for what cannot be missing. */
    private static final class ShareCell extends TreeTableCell<ProfileRow, ProfileRow> {
        private final ProgressBar bar = new ProgressBar();

        ShareCell() {
            bar.getStyleClass().add("share-bar");
            bar.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(@Nullable ProfileRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null || !item.isMember()) {
                setText(empty || item == null ? null : Text.of("app.data.times", item.node().occurrences()));
                setGraphic(null);
                return;
            }
            bar.setProgress(item.share());
            setText(Text.of("app.share.whole", item.share()));
            setGraphic(bar);
        }
    }
}
