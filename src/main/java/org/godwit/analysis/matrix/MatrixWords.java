package org.godwit.analysis.matrix;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.godwit.engine.text.Messages;

/** What is said about a matrix and its squares: by the hover card, the screen reader and the files. */
public final class MatrixWords {
    private MatrixWords() {}

    /** Returns what is looked at, such as {@code models.model_name × hardware_platforms.hardware_type, from hardware_compatibility}. */
    public static String source(Matrix matrix) {
        MatrixSpec spec = matrix.spec();
        return Messages.get("matrix.source", spec.rows().words(), spec.columns().words(), spec.facts().words());
    }

    /** Returns how many results there are, and what became of the simulated ones. */
    public static String results(Arrangement look) {
        Matrix matrix = look.matrix();
        if (matrix.simulated() == 0) {
            return Messages.get("matrix.results", matrix.real());
        }
        return Messages.get(look.look().withSimulated() ? "matrix.results.shown" : "matrix.results.hidden", matrix.real(), matrix.simulated());
    }

    /** Returns the rule by which states were found. */
    public static String rule(Arrangement look) {
        if (look.matrix().spec().what() instanceof What.Measure(String column, What.Aggregate aggregate)) {
            return Messages.get("matrix.rule.measure", Messages.get("matrix.aggregate." + aggregate.words()), column);
        }
        return Messages.get(look.look().judge() == Judge.ALL ? "matrix.rule.all" : "matrix.rule.newest");
    }

    /** Returns everything about a square as lines: the pair, its state, its counts, the newest result. */
    public static List<String> lines(Arrangement look, int row, int column) {
        Square square = look.square(row, column);
        Cell cell = look.matrix().cell(square.pair());
        List<String> lines = new ArrayList<>();
        lines.add(Messages.get("matrix.pair", look.row(row).label(), look.column(column).label()));
        lines.add(state(look, square));
        if (square.shown().total() > 0) {
            lines.add(counts(look, square));
        }
        if (cell.simulated().total() > 0) {
            lines.add(Messages.get(look.look().withSimulated() ? "matrix.simulated.shown" : "matrix.simulated.hidden", cell.simulated().total()));
        }
        if (!cell.newestAny().isEmpty()) {
            lines.add(Messages.get("matrix.newest", cell.newestAny()));
        }
        return lines;
    }

    private static String state(Arrangement look, Square square) {
        if (square.value() != null && look.matrix().spec().what() instanceof What.Measure(String column, What.Aggregate aggregate)) {
            NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault(Locale.Category.FORMAT));
            format.setMaximumFractionDigits(6);
            return Messages.get("matrix.value", Messages.get("matrix.aggregate." + aggregate.words()), column, format.format(square.value()));
        }
        return Messages.get("matrix.state.line", square.state().label(), square.state().means(look.look().judge()));
    }

    private static String counts(Arrangement look, Square square) {
        Tally tally = square.shown();
        if (look.matrix().spec().isMeasure()) {
            return Messages.get("matrix.counts.measure", tally.total(), tally.pass());
        }
        List<String> parts = new ArrayList<>();
        add(parts, "matrix.counts.pass", tally.pass());
        add(parts, "matrix.counts.partial", tally.partial());
        add(parts, "matrix.counts.fail", tally.fail());
        add(parts, "matrix.counts.undecided", tally.undecided());
        return Messages.get("matrix.counts", tally.total(), String.join(", ", parts));
    }

    private static void add(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(Messages.get(key, count));
        }
    }

    /** Returns the legend's line for a state: its name, how many squares have it, what it means. */
    public static String legend(Arrangement look, State state) {
        return Messages.get("matrix.legend", state.label(), look.counts().getOrDefault(state, 0), state.means(look.look().judge()));
    }

    /** Returns the states that the legend of this matrix explains, those that occur or may be asked for. */
    public static List<State> legend(Arrangement look) {
        List<State> states = look.matrix().spec().isMeasure()
                ? List.of(State.MEASURED, State.UNDECIDED, State.UNTESTED)
                : List.of(State.FULL, State.PARTIAL, State.CONFLICTING, State.FAILS, State.SIMULATED, State.UNDECIDED, State.UNTESTED);
        return states.stream()
                .filter(state -> state != State.UNDECIDED || look.counts().containsKey(state))
                .filter(state -> state != State.SIMULATED || look.look().withSimulated())
                .toList();
    }
}
