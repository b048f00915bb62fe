package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** A matrix under a {@link Look}: which rows and columns stand where, and what each square shows. Immutable. */
public final class Arrangement {
    private final Matrix matrix;
    private final Look look;
    private final List<Integer> rows;
    private final List<Integer> columns;
    private final Square[][] squares;
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private final double least;
    private final double greatest;

    public Arrangement(Matrix matrix, Look look) {
        this.matrix = matrix;
        this.look = look;
        DoubleSummaryStatistics values = values();
        this.least = values.getCount() == 0 ? 0 : values.getMin();
        this.greatest = values.getCount() == 0 ? 0 : values.getMax();
        List<Integer> rowsThatCount = counting(true);
        List<Integer> columnsThatCount = counting(false);
        List<Integer> byText = filtered(matrix.rows(), rowsThatCount);
        boolean rowsMatch = !byText.isEmpty();
        List<Integer> keptRows = rowsMatch ? byText : rowsThatCount;
        List<Integer> keptColumns = rowsMatch ? columnsThatCount : filtered(matrix.columns(), columnsThatCount);
        count(keptRows, keptColumns);
        if (!look.hidden().isEmpty()) {
            List<Integer> all = keptColumns;
            keptRows = keptRows.stream().filter(r -> all.stream().anyMatch(c -> !hidden(r, c))).toList();
            List<Integer> left = keptRows;
            keptColumns = keptColumns.stream().filter(c -> left.stream().anyMatch(r -> !hidden(r, c))).toList();
        }
        this.rows = sorted(keptRows, keptColumns, true);
        this.columns = sorted(keptColumns, keptRows, false);
        this.squares = new Square[rows.size()][columns.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                squares[r][c] = square(new Matrix.Pair(rows.get(r), columns.get(c)));
            }
        }
    }

    public Matrix matrix() {
        return matrix;
    }

    public Look look() {
        return look;
    }

    public int rowCount() {
        return rows.size();
    }

    public int columnCount() {
        return columns.size();
    }

    public Member row(int place) {
        return matrix.rows().get(rows.get(place));
    }

    public Member column(int place) {
        return matrix.columns().get(columns.get(place));
    }

    public Square square(int row, int column) {
        return squares[row][column];
    }

    /** Returns whether a family begins at this row; only if rows are grouped. */
    public boolean startsGroup(int row) {
        return look.grouped() && (row == 0 || !row(row - 1).group().equals(row(row).group()));
    }

    /** Returns how many pairs of the filtered rows and columns are in each state, hidden states too. */
    public Map<State, Integer> counts() {
        return new EnumMap<>(counts);
    }

    /** Returns the least value that is measured; 0 if there is none. */
    public double least() {
        return least;
    }

    /** Returns the greatest value that is measured; 0 if there is none. */
    public double greatest() {
        return greatest;
    }

    private List<Integer> counting(boolean ofRows) {
        int size = ofRows ? matrix.rows().size() : matrix.columns().size();
        int others = ofRows ? matrix.columns().size() : matrix.rows().size();
        return IntStream.range(0, size)
                .filter(i -> IntStream.range(0, others).anyMatch(o -> matrix.cell(pair(ofRows, i, o)).counts(look.withSimulated())))
                .boxed()
                .toList();
    }

    private static Matrix.Pair pair(boolean ofRows, int one, int other) {
        return ofRows ? new Matrix.Pair(one, other) : new Matrix.Pair(other, one);
    }

    private List<Integer> filtered(List<Member> members, List<Integer> places) {
        String text = look.filter().strip().toLowerCase(Locale.ROOT);
        return places.stream()
                .filter(i -> members.get(i).label().toLowerCase(Locale.ROOT).contains(text) || members.get(i).group().toLowerCase(Locale.ROOT).contains(text))
                .toList();
    }

    private void count(List<Integer> keptRows, List<Integer> keptColumns) {
        for (int r : keptRows) {
            for (int c : keptColumns) {
                counts.merge(square(new Matrix.Pair(r, c)).state(), 1, Integer::sum);
            }
        }
    }

    private boolean hidden(int row, int column) {
        return square(new Matrix.Pair(row, column)).blank();
    }

    private Square square(Matrix.Pair pair) {
        Cell cell = matrix.cell(pair);
        boolean simulated = look.withSimulated();
        Tally shown = cell.real().total() > 0 || !simulated ? cell.real() : cell.simulated();
        boolean marked = simulated && cell.simulated().total() > 0;
        if (!matrix.spec().isMeasure()) {
            State state = cell.state(simulated, look.judge());
            return new Square(pair, state, shown, null, 0, marked, look.hidden().contains(state));
        }
        Double value = simulated ? cell.anyValue() : cell.value();
        Tally counted = simulated ? cell.real().plus(cell.simulated()) : cell.real();
        State state = value != null ? State.MEASURED : cell.counts(simulated) ? State.UNDECIDED : State.UNTESTED;
        double shade = value == null || greatest <= least ? 0 : (value - least) / (greatest - least);
        return new Square(pair, state, counted, value, shade, marked, look.hidden().contains(state));
    }

    private DoubleSummaryStatistics values() {
        DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        for (int r = 0; r < matrix.rows().size(); r++) {
            for (int c = 0; c < matrix.columns().size(); c++) {
                Cell cell = matrix.cell(new Matrix.Pair(r, c));
                Double value = look.withSimulated() ? cell.anyValue() : cell.value();
                if (value != null) {
                    values.accept(value);
                }
            }
        }
        return values;
    }

    private List<Integer> sorted(List<Integer> places, List<Integer> others, boolean ofRows) {
        List<Member> members = ofRows ? matrix.rows() : matrix.columns();
        Comparator<Integer> byName = Comparator.comparing((Integer i) -> members.get(i).label(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(i -> members.get(i).label());
        Map<Integer, Double> ranks = new java.util.HashMap<>();
        places.forEach(i -> ranks.put(i, rank(i, others, ofRows)));
        Comparator<Integer> order = Comparator.<Integer>comparingDouble(i -> -ranks.getOrDefault(i, 0.0)).thenComparing(byName);
        Comparator<Integer> whole = ofRows && look.grouped()
                ? Comparator.<Integer, Boolean>comparing(i -> members.get(i).group().isEmpty())
                        .thenComparing(i -> members.get(i).group(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(i -> members.get(i).group())
                        .thenComparing(order)
                : order;
        List<Integer> sorted = new ArrayList<>(places);
        sorted.sort(whole);
        return List.copyOf(sorted);
    }

    private double rank(int one, List<Integer> others, boolean ofRows) {
        List<Square> all = others.stream().map(o -> square(pair(ofRows, one, o))).toList();
        return switch (look.order()) {
            case NAME -> 0;
            case COUNT -> all.stream().mapToLong(s -> s.shown().total()).sum();
            case SHARE -> matrix.spec().isMeasure()
                    ? all.stream().map(Square::value).filter(java.util.Objects::nonNull).mapToDouble(v -> v).average().orElse(Double.NEGATIVE_INFINITY)
                    : share(sum(all, Tally::pass), sum(all, Tally::decided));
        };
    }

    private static long sum(List<Square> squares, ToLongFunction<Tally> of) {
        return squares.stream().filter(s -> s.state() != State.SIMULATED).mapToLong(s -> of.applyAsLong(s.shown())).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? -1 : (double) part / whole;
    }
}
