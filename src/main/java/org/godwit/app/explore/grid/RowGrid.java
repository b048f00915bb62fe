package org.godwit.app.explore.grid;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.analysis.explore.RowSource;
import org.godwit.analysis.explore.Sort;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.jspecify.annotations.Nullable;

/** A grid of rows of any number. Cells that are not there yet show as loading; nothing is read on the FX thread. */
public final class RowGrid extends VBox {
    private static final double ROW_HEIGHT = 28;
    private static final int WIDEST = 300;
    private static final int NARROWEST = 70;
    private static final int PER_LETTER = 8;
    private static final int LOOKED_AT = 40;
    private static final int ROOM = 24;

    private final GridModel model;
    private final GridHost host;
    private final Tracing tracing;
    private final TableView<Integer> table = new TableView<>();
    private final WindowRows rows = new WindowRows();
    private final Set<GridCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private List<RowSource.Column> shownColumns = List.of();
    private Optional<ColumnLayout> layout = Optional.empty();
    private boolean arranging;
    private boolean sized;

    /**
     * @param id of the table, for style and tests
     */
    public RowGrid(String id, GridModel model, GridHost host, Tracing tracing) {
        this.model = model;
        this.host = host;
        this.tracing = tracing;
        getStyleClass().add("row-grid");
        table.setId(id);
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setAccessibleText(Text.of("app.grid"));
        table.setFixedCellSize(ROW_HEIGHT);
        table.setItems(rows);
        table.setPlaceholder(Nodes.label(Text.of("app.grid.empty"), "muted"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setSortPolicy(view -> {
            sortChanged();
            return true;
        });
        table.getColumns().subscribe(this::arranged);
        GridKeys.install(this, table);
        setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        model.sourceProperty().subscribe(this::show);
        model.baseProperty().subscribe(base -> rows.resize(model.windowRows()));
        model.arrivalsProperty().subscribe(count -> refresh());
        model.targetProperty().subscribe(target -> bringIntoView(target.intValue()));
        model.tracesProperty().addListener(_ -> trace());
        table.getFocusModel().focusedCellProperty().subscribe(this::focused);
    }

    /** Takes and keeps the layout of columns there; for the next source that is shown. */
    public void remember(ColumnLayout columns) {
        layout = Optional.of(columns);
        shownColumns = List.of();
    }

    TableView<Integer> table() {
        return table;
    }

    GridModel model() {
        return model;
    }

    GridHost host() {
        return host;
    }

    private void show(@Nullable RowSource source) {
        List<RowSource.Column> columns = source == null ? List.of() : source.columns();
        rows.resize(0);
        if (!columns.equals(shownColumns)) {
            build(columns);
        }
        rows.resize(model.windowRows());
        table.scrollTo(0);
        refresh();
    }

    private void build(List<RowSource.Column> columns) {
        arranging = true;
        cells.clear();
        shownColumns = columns;
        sized = false;
        table.getSortOrder().clear();
        List<TableColumn<Integer, ?>> made = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            made.add(column(columns.get(i), i));
        }
        table.getColumns().setAll(GridColumns.arranged(made, layout.map(ColumnLayout::columns).orElse(List.of())));
        sized = layout.map(known -> !known.columns().isEmpty()).orElse(false);
        if (!columns.isEmpty()) {
            table.getColumns().addFirst(GridColumns.numbers(model));
        }
        arranging = false;
    }

    private TableColumn<Integer, Integer> column(RowSource.Column told, int index) {
        TableColumn<Integer, Integer> column = new TableColumn<>(told.name());
        column.setUserData(index);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> {
            GridCell cell = new GridCell(model, index);
            cells.add(cell);
            return cell;
        });
        column.setSortable(host.isActive());
        if (told.numeric()) {
            column.getStyleClass().add("number");
        }
        if (told.lineage()) {
            column.getStyleClass().add("lineage");
        }
        column.setPrefWidth(Math.clamp((long) PER_LETTER * (told.name().length() + 2) + ROOM, NARROWEST, WIDEST));
        column.setContextMenu(GridMenus.ofColumn(this, told, column));
        column.widthProperty().subscribe(width -> keepLayout());
        column.visibleProperty().subscribe(shown -> keepLayout());
        return column;
    }

    private void arranged() {
        keepLayout();
    }

    private void keepLayout() {
        if (!arranging && sized && !table.getColumns().isEmpty()) {
            layout.ifPresent(kept -> kept.remember(dataColumns().stream()
                    .map(column -> new ColumnLayout.Column(shownColumns.get(place(column)).name(), column.getWidth(), column.isVisible()))
                    .toList()));
        }
    }

    /** Returns the columns that show values, in the order in which they stand. */
    List<TableColumn<Integer, ?>> dataColumns() {
        return table.getColumns().stream().filter(column -> column.getUserData() instanceof Integer).toList();
    }

    /** Returns which column of the source a column shows, -1 for that of row numbers. */
    static int place(TableColumn<?, ?> column) {
        return column.getUserData() instanceof Integer index ? index : -1;
    }

    private void refresh() {
        List.copyOf(cells).forEach(GridCell::fill);
        if (!sized && !shownColumns.isEmpty() && model.windowRows() > 0 && model.isRead(0)) {
            fitColumns();
        }
        focused(table.getFocusModel().getFocusedCell());
    }

    /** Makes columns as wide as what the first rows show. */
    private void fitColumns() {
        arranging = true;
        int looked = Math.min(LOOKED_AT, model.windowRows());
        for (TableColumn<Integer, ?> column : dataColumns()) {
            int index = place(column);
            int letters = IntStream.range(0, looked).map(row -> letters(model.row(row), index)).max().orElse(0);
            int wanted = Math.max(letters, column.getText().length() + 3);
            column.setPrefWidth(Math.clamp((long) PER_LETTER * wanted + ROOM, NARROWEST, WIDEST));
        }
        arranging = false;
        sized = true;
    }

    private static int letters(@Nullable List<@Nullable String> row, int index) {
        String value = row == null || index >= row.size() ? null : row.get(index);
        return value == null ? 0 : value.length();
    }

    private void sortChanged() {
        if (arranging || !host.isActive()) {
            return;
        }
        host.sort(table.getSortOrder().stream()
                .filter(column -> place(column) >= 0)
                .findFirst()
                .map(column -> new Sort(shownColumns.get(place(column)).name(), column.getSortType() == TableColumn.SortType.DESCENDING)));
    }

    /** Sorts by a column, as a click on its header does. */
    void sort(TableColumn<Integer, ?> column, TableColumn.SortType type) {
        arranging = true;
        column.setSortType(type);
        arranging = false;
        table.getSortOrder().setAll(List.of(column));
    }

    private void bringIntoView(int target) {
        if (target >= 0 && target < rows.size()) {
            table.scrollTo(Math.max(0, target - 4));
            // So that what is asked for next are the rows there.
            table.layout();
            List<TableColumn<Integer, ?>> columns = dataColumns().stream().filter(TableColumn::isVisible).toList();
            if (!columns.isEmpty()) {
                table.getSelectionModel().clearAndSelect(target, columns.getFirst());
                table.getFocusModel().focus(target, columns.getFirst());
            }
        }
    }

    private void focused(@Nullable TablePosition<?, ?> position) {
        if (position == null || position.getRow() < 0 || position.getTableColumn() == null || position.getRow() >= rows.size()) {
            return;
        }
        model.select(position.getRow(), place(position.getTableColumn()));
    }

    /** Returns the numbers of the rows in which something is selected, ascending. */
    List<Integer> selectedRows() {
        Set<Integer> selected = new TreeSet<>();
        table.getSelectionModel().getSelectedCells().forEach(cell -> selected.add(cell.getRow()));
        return List.copyOf(selected);
    }

    /** Returns the columns in which something is selected, in the order in which they stand. */
    List<Integer> selectedColumns() {
        Set<Integer> selected = new TreeSet<>();
        table.getSelectionModel().getSelectedCells().forEach(cell -> selected.add(place(cell.getTableColumn())));
        return dataColumns().stream().map(RowGrid::place).filter(selected::contains).toList();
    }

    /** Returns the columns that are shown, in the order in which they stand. */
    List<Integer> visibleColumns() {
        return dataColumns().stream().filter(TableColumn::isVisible).map(RowGrid::place).toList();
    }

    /** Returns the names of the columns that are shown, in the order in which they stand. */
    public List<String> visibleNames() {
        return visibleColumns().stream().map(index -> shownColumns.get(index).name()).toList();
    }

    boolean showsLineage() {
        return dataColumns().stream().anyMatch(column -> shownColumns.get(place(column)).lineage() && column.isVisible());
    }

    /** Shows or hides the columns that lead to the source. */
    void showLineage(boolean shown) {
        dataColumns().stream().filter(column -> shownColumns.get(place(column)).lineage()).forEach(column -> column.setVisible(shown));
    }

    /** Returns where the focused cell is from, if its row says so. */
    Optional<Tracing.Origin> origin() {
        TablePosition<?, ?> position = table.getFocusModel().getFocusedCell();
        if (position == null || position.getRow() < 0 || position.getRow() >= rows.size() || position.getTableColumn() == null) {
            return Optional.empty();
        }
        int column = place(position.getTableColumn());
        String name = column < 0 ? "" : shownColumns.get(column).name();
        List<@Nullable String> row = model.row(position.getRow());
        return row == null ? Optional.empty() : host.shown().flatMap(shown -> Origins.of(shown, shownColumns, row, name));
    }

    /** Shows where the focused cell is from. */
    void trace() {
        origin().ifPresent(tracing::show);
    }
}
