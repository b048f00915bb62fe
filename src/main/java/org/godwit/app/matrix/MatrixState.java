package org.godwit.app.matrix;

import java.nio.file.Path;
import java.util.Optional;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Matrices;
import org.godwit.analysis.matrix.Table;
import org.godwit.app.fx.Trouble;

/** What the screen of compatibility shows. */
public sealed interface MatrixState {
    /** No database was chosen. */
    record Nothing() implements MatrixState {}

    /** A database is being read. */
    record Reading(Path database) implements MatrixState {}

    /**
     * The person says which columns to take.
     *
     * @param facts the table to begin with, if one was looked at
     * @param wrong why the last choice did not work
     */
    record SetUp(Path database, Matrices.Offer offer, Optional<Table> facts, Optional<Trouble> wrong) implements MatrixState {}

    record Shown(Path database, Matrices.Offer offer, Arrangement arrangement) implements MatrixState {}

    record Failed(Path database, Trouble trouble) implements MatrixState {}
}
