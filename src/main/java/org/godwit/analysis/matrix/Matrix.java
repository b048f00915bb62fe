package org.godwit.analysis.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The results of all pairs, simulated ones kept apart. {@link Arrangement} is a look at it. Immutable. */
public final class Matrix {
    /** A pair, by its places in {@link #rows()} and {@link #columns()}. */
    public record Pair(int row, int column) {}

    private final MatrixSpec spec;
    private final List<Member> rows;
    private final List<Member> columns;
    private final Cell[][] cells;

    Matrix(MatrixSpec spec, List<Member> rows, List<Member> columns, Map<Pair, Cell> cells) {
        this.spec = spec;
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.cells = new Cell[this.rows.size()][this.columns.size()];
        for (Cell[] row : this.cells) {
            Arrays.fill(row, Cell.EMPTY);
        }
        cells.forEach((pair, cell) -> this.cells[pair.row()][pair.column()] = cell);
    }

    public MatrixSpec spec() {
        return spec;
    }

    public List<Member> rows() {
        return rows;
    }

    public List<Member> columns() {
        return columns;
    }

    public Cell cell(Pair pair) {
        return cells[pair.row()][pair.column()];
    }

    /** Returns how many results were simulated. */
    public long simulated() {
        return Arrays.stream(cells).flatMap(Arrays::stream).mapToLong(cell -> cell.simulated().total()).sum();
    }

    /** Returns how many results come from tests that took place. */
    public long real() {
        return Arrays.stream(cells).flatMap(Arrays::stream).mapToLong(cell -> cell.real().total()).sum();
    }
}
