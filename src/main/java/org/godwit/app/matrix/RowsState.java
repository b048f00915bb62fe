package org.godwit.app.matrix;

import java.util.List;
import org.godwit.analysis.matrix.Matrix;
import org.godwit.analysis.matrix.PairRows;
import org.godwit.app.fx.Trouble;

/** What is shown of the rows behind a square. */
public sealed interface RowsState {
    record Closed() implements RowsState {}

    /**
     * @param words the square in words, line by line
     */
    record Reading(Matrix.Pair pair, List<String> words) implements RowsState {
        public Reading {
            words = List.copyOf(words);
        }
    }

    /**
     * @param words the square in words, line by line
     */
    record Shown(Matrix.Pair pair, List<String> words, PairRows rows) implements RowsState {
        public Shown {
            words = List.copyOf(words);
        }
    }

    record Missing(Trouble trouble) implements RowsState {}
}
