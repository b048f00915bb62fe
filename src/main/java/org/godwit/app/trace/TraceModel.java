package org.godwit.app.trace;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.godwit.analysis.trace.Place;
import org.godwit.analysis.trace.Trace;
import org.godwit.analysis.trace.Tracer;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** Finds where values are from, one at a time: a new question takes the place of the one before. */
public final class TraceModel implements Tracing {
    private final Tracer tracer;
    private final Kit kit;
    private final ReadOnlyObjectWrapper<TraceState> state = new ReadOnlyObjectWrapper<>(new TraceState.Closed());
    private @Nullable Job<Trace> job;
    private long question;

    public TraceModel(Tracer tracer, Kit kit) {
        this.tracer = tracer;
        this.kit = kit;
    }

    public ReadOnlyObjectProperty<TraceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void show(Origin origin) {
        stop();
        long mine = question;
        state.set(new TraceState.Looking(origin));
        Place place = new Place(origin.database(), origin.table(), origin.doc(), origin.at(), origin.feed(), origin.column());
        job = kit.tasks().ask(Text.of("app.trace.looking"), context -> tracer.trace(place, context));
        job.then(outcome -> {
            if (mine == question) {
                state.set(found(origin, outcome));
            }
        });
    }

    private TraceState found(Origin origin, Outcome<Trace> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<Trace>(Trace trace) -> new TraceState.Shown(origin, trace, new SimpleIntegerProperty());
            case Outcome.Failed<Trace>(var error) -> new TraceState.Failed(origin, kit.trouble(error, Text.of("app.kept.read")));
            case Outcome.Cancelled<Trace>() -> new TraceState.Closed();
        };
    }

    /** Closes the drawer; what it is still looking for is no longer looked for. */
    public void close() {
        stop();
        state.set(new TraceState.Closed());
    }

    private void stop() {
        question++;
        Job<Trace> running = job;
        job = null;
        if (running != null) {
            running.cancel();
        }
    }

    void copyPointer(TraceState.Shown shown) {
        kit.desk().copy(shown.looked().map(Trace.Spot::pointer).orElse(shown.trace().place().at()));
    }

    void copyAll(TraceState.Shown shown) {
        kit.desk().copy(Words.all(shown));
    }

    void openFolder(TraceState.Shown shown) {
        Path folder = shown.trace().source().path().toAbsolutePath().getParent();
        if (folder != null) {
            kit.desk().open(folder);
        }
    }
}
