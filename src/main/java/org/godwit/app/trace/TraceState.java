package org.godwit.app.trace;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import org.godwit.analysis.trace.Trace;
import org.godwit.app.fx.Tracing;
import org.godwit.app.fx.Trouble;

/** What the drawer shows. */
public sealed interface TraceState {
    /** Nothing: it is not there. */
    record Closed() implements TraceState {}

    /** The file is being read. */
    record Looking(Tracing.Origin origin) implements TraceState {}

    /**
     * Something was found.
     *
     * @param spot which of the trace's places is looked at, from 0
     */
    record Shown(Tracing.Origin origin, Trace trace, IntegerProperty spot) implements TraceState {
        /** Returns the place that is looked at, if the file has it. */
        Optional<Trace.Spot> looked() {
            return trace.spots().stream().skip(spot.get()).findFirst();
        }
    }

    record Failed(Tracing.Origin origin, Trouble trouble) implements TraceState {}
}
