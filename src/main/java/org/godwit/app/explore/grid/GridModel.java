package org.godwit.app.explore.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Trouble;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a grid shows them: a window of up to {@link #WINDOW} rows of a source, read page by page in the background. A
 * row beyond the window is reached by {@link #jump}, which moves the window. Only for the FX thread.
 */
public final class GridModel {
    /** A table view goes through all its rows at each layout: with more than these it is felt. */
    public static final int WINDOW = 100_000;
    /** More rows than these are exported, not copied. */
    public static final int MOST_COPIED = 10_000;

    private final Kit kit;
    private final int window;
    private final ReadOnlyObjectWrapper<@Nullable RowSource> source = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper base = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper arrivals = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper traces = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper target = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CellState> cell = new ReadOnlyObjectWrapper<>(new CellState.None());
    private @Nullable RowPages pages;
    private @Nullable Job<String> cellJob;
    private long cellQuestion;

    public GridModel(Kit kit) {
        this(kit, WINDOW);
    }

    GridModel(Kit kit, int window) {
        this.kit = kit;
        this.window = window;
    }

    /** Shows the rows of a source from the first one on, and closes the source once another is shown. */
    public void show(RowSource rows) {
        close();
        pages = new RowPages(rows, kit, () -> arrivals.set(arrivals.get() + 1), this::missing);
        base.set(0);
        target.set(-1);
        source.set(rows);
    }

    /** Shows nothing. */
    public void clear() {
        close();
        base.set(0);
        source.set(null);
    }

    private void close() {
        RowPages shown = pages;
        pages = null;
        notice.set("");
        deselect();
        if (shown != null) {
            shown.close();
        }
    }

    private void missing(GodwitException error) {
        notice.set(Trouble.of(error, "").message());
    }

    public ReadOnlyObjectProperty<@Nullable RowSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The number of the window's first row, from 0. */
    public ReadOnlyLongProperty baseProperty() {
        return base.getReadOnlyProperty();
    }

    /** Changes when rows have arrived. */
    ReadOnlyLongProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    /** The row of the window that is to be brought into view, -1 for none. */
    ReadOnlyLongProperty targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** Asks where the focused cell is from. */
    public void askTrace() {
        traces.set(traces.get() + 1);
    }

    /** Changes each time that is asked. */
    ReadOnlyLongProperty tracesProperty() {
        return traces.getReadOnlyProperty();
    }

    /** A word about what was just done, or went wrong. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The chosen cell in full. */
    public ReadOnlyObjectProperty<CellState> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    List<RowSource.Column> columns() {
        RowSource shown = source.get();
        return shown == null ? List.of() : shown.columns();
    }

    /** Returns how many rows there are in all. */
    public long rows() {
        RowSource shown = source.get();
        return shown == null ? 0 : shown.rows();
    }

    /** Returns how many rows the window has. */
    int windowRows() {
        return Math.clamp(rows() - base.get(), 0, window);
    }

    /** Returns a row of the window, null while it is being read. */
    @Nullable List<@Nullable String> row(int index) {
        RowPages shown = pages;
        return shown == null ? null : shown.row(base.get() + index);
    }

    /** Returns whether a row of the window has been read and is there. */
    boolean isRead(int index) {
        RowPages shown = pages;
        return shown != null && shown.has(base.get() + index);
    }

    /**
     * Brings a row into view, and moves the window if it is outside.
     *
     * @param row its number, from 0; a number beyond the rows means the last one
     */
    public void jump(long row) {
        long wanted = Math.clamp(row, 0, Math.max(0, rows() - 1));
        boolean moves = wanted < base.get() || wanted >= base.get() + window;
        if (moves) {
            base.set(wanted / window * window);
        }
        target.set(-1);
        target.set(wanted - base.get());
        if (moves) {
            // Only now: before, rows at the old place would be asked for in the new window.
            arrivals.set(arrivals.get() + 1);
        }
    }

    /** Reads the whole of a cell, for the viewer; to be asked again when rows have arrived. */
    void select(int index, int column) {
        RowSource shown = source.get();
        if (shown == null || column < 0 || index < 0) {
            deselect();
            return;
        }
        RowSource.Column told = shown.columns().get(column);
        long row = base.get() + index;
        if (cell.get() instanceof CellState.Shown(var of, var at, var value) && at == row && of.equals(told)) {
            return;
        }
        deselect();
        List<@Nullable String> read = row(index);
        if (read == null && !isRead(index)) {
            cell.set(new CellState.Reading(told, row));
            return;
        }
        String known = read == null ? null : read.get(column);
        if (read != null && (known == null || known.length() <= RowSource.LONGEST)) {
            cell.set(new CellState.Shown(told, row, known));
            return;
        }
        long mine = cellQuestion;
        cell.set(new CellState.Reading(told, row));
        Job<String> job = kit.tasks().ask(Text.of("app.grid.cell"), context -> {
            String value = shown.value(row, column, context::isCancelled);
            return value == null ? "" : value;
        });
        cellJob = job;
        job.then(outcome -> {
            if (mine == cellQuestion) {
                cell.set(cellState(told, row, outcome));
            }
        });
    }

    private static CellState cellState(RowSource.Column column, long row, Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<String>(String value) -> new CellState.Shown(column, row, value);
            case Outcome.Failed<String>(GodwitException error) -> new CellState.Shown(column, row, Trouble.of(error, "").message());
            case Outcome.Cancelled<String>() -> new CellState.None();
        };
    }

    private void deselect() {
        cellQuestion++;
        Job<String> running = cellJob;
        cellJob = null;
        if (running != null) {
            running.cancel();
        }
        cell.set(new CellState.None());
    }

    /**
     * Reads rows in full and puts them on the clipboard.
     *
     * @param indices rows of the window, ascending
     * @param columns which of the columns, by place
     */
    void copy(List<Integer> indices, List<Integer> columns, CopyForm form) {
        RowSource shown = source.get();
        if (shown == null || indices.isEmpty() || columns.isEmpty()) {
            return;
        }
        if (indices.size() > MOST_COPIED) {
            notice.set(Text.of("app.grid.copy.many", MOST_COPIED));
            return;
        }
        long first = base.get();
        List<RowSource.Column> told = columns.stream().map(shown.columns()::get).toList();
        kit.tasks()
                .ask(Text.of("app.grid.copying"), context -> form.text(told, rows(shown, first, indices, columns)))
                .then(copied(text -> {
                    kit.desk().copy(text);
                    notice.set(Text.of("app.grid.copied", indices.size(), columns.size()));
                }));
    }

    private Consumer<Outcome<String>> copied(Consumer<String> taker) {
        return outcome -> {
            switch (outcome) {
                case Outcome.Succeeded<String>(String text) -> taker.accept(text);
                case Outcome.Failed<String>(GodwitException error) -> missing(error);
                case Outcome.Cancelled<String>() -> {}
            }
        };
    }

    private static List<List<@Nullable String>> rows(RowSource source, long first, List<Integer> indices, List<Integer> columns) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        int at = 0;
        while (at < indices.size()) {
            int end = at + 1;
            while (end < indices.size() && indices.get(end) == indices.get(end - 1) + 1 && end - at < RowPages.PAGE_ROWS) {
                end++;
            }
            for (List<@Nullable String> row : source.wholeRows(first + indices.get(at), end - at, () -> false)) {
                List<@Nullable String> part = new ArrayList<>();
                columns.forEach(column -> part.add(row.get(column)));
                rows.add(part);
            }
            at = end;
        }
        return rows;
    }
}
