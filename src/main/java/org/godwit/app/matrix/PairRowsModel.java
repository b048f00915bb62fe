package org.godwit.app.matrix;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Matrices;
import org.godwit.analysis.matrix.Matrix;
import org.godwit.analysis.matrix.MatrixWords;
import org.godwit.analysis.matrix.Origin;
import org.godwit.analysis.matrix.PairRows;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** The rows behind one square, a page at a time, and the way from each to its source. */
final class PairRowsModel {
    /** How many rows one page has. */
    static final int PAGE_ROWS = 100;

    private final Matrices matrices;
    private final Kit kit;
    private final Tracing tracing;
    private final ReadOnlyObjectWrapper<RowsState> state = new ReadOnlyObjectWrapper<>(new RowsState.Closed());
    private @Nullable Question question;
    private long request;

    PairRowsModel(Matrices matrices, Kit kit, Tracing tracing) {
        this.matrices = matrices;
        this.kit = kit;
        this.tracing = tracing;
    }

    /** The square whose rows are asked for. */
    private record Question(Path database, Matrix matrix, Matrix.Pair pair, boolean withSimulated, List<String> words) {}

    ReadOnlyObjectProperty<RowsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads the newest rows of a square. */
    void open(Path database, Arrangement arrangement, int row, int column) {
        Matrix.Pair pair = arrangement.square(row, column).pair();
        List<String> words = MatrixWords.lines(arrangement, row, column);
        Question asked = new Question(database, arrangement.matrix(), pair, arrangement.look().withSimulated(), words);
        question = asked;
        state.set(new RowsState.Reading(pair, words));
        read(asked, 0);
    }

    void close() {
        request++;
        question = null;
        state.set(new RowsState.Closed());
    }

    /** Closes rows that are no longer those of the square as it is shown. */
    void arranged(Arrangement arrangement) {
        Question asked = question;
        if (asked != null && asked.withSimulated() != arrangement.look().withSimulated()) {
            close();
        }
    }

    void nextPage() {
        if (state.get() instanceof RowsState.Shown shown && shown.rows().offset() + PAGE_ROWS < shown.rows().total()) {
            turnTo(shown.rows().offset() + PAGE_ROWS);
        }
    }

    void previousPage() {
        if (state.get() instanceof RowsState.Shown shown && shown.rows().offset() > 0) {
            turnTo(Math.max(0, shown.rows().offset() - PAGE_ROWS));
        }
    }

    /**
     * Opens the source of a row.
     *
     * @param column the column whose value is asked about; empty for the row as a whole
     */
    void trace(PairRows.Row row, String column) {
        Question asked = question;
        Origin origin = row.origin();
        if (asked != null && origin != null) {
            String table = asked.matrix().spec().facts().name();
            tracing.show(new Tracing.Origin(asked.database(), table, origin.doc(), origin.at(), origin.feed(), column));
        }
    }

    private void turnTo(long offset) {
        Question asked = question;
        if (asked != null) {
            read(asked, offset);
        }
    }

    private void read(Question asked, long offset) {
        long mine = ++request;
        kit.tasks()
                .ask(Text.of("app.matrix.rows.reading"), context -> matrices.rows(
                        asked.database(), asked.matrix(), asked.pair(), asked.withSimulated(), offset, PAGE_ROWS, context::isCancelled))
                .then(outcome -> {
                    if (mine == request) {
                        state.set(switch (outcome) {
                            case Outcome.Succeeded<PairRows>(PairRows rows) -> new RowsState.Shown(asked.pair(), asked.words(), rows);
                            case Outcome.Failed<PairRows>(GodwitException error) ->
                                new RowsState.Missing(kit.trouble(error, Text.of("app.kept.read")));
                            case Outcome.Cancelled<PairRows>() -> new RowsState.Closed();
                        });
                    }
                });
    }
}
