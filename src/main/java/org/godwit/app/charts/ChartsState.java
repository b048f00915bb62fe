package org.godwit.app.charts;

import java.nio.file.Path;
import org.godwit.app.fx.Trouble;

/** Which database the screen of charts looks at. */
sealed interface ChartsState {
    /** None yet. */
    record Start() implements ChartsState {}

    /** What is in it is being read. */
    record Reading(Path database) implements ChartsState {}

    /** It cannot be read. */
    record Failed(Trouble trouble) implements ChartsState {}

    /** There is no column of numbers in it. */
    record Nothing(Path database) implements ChartsState {}

    /** It can be compared. */
    record Ready(Path database) implements ChartsState {}
}
