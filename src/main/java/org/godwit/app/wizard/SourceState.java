package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Trouble;
import org.godwit.app.place.ServerModel;
import org.godwit.model.Connection;

/** Where a person is with the source. */
public sealed interface SourceState {
    /** Nothing was dropped yet. */
    record Nothing() implements SourceState {}

    /** The fields of a server are being filled in. */
    record Connecting(ServerModel server) implements SourceState {}

    /** The places are being read. */
    record Looking(String title, Job<?> job) implements SourceState {}

    /** Everything was read; the person decides. */
    record Found(FoundModel found) implements SourceState {}

    /**
     * The places could not be read.
     *
     * @param again tries once more
     * @param server whose fields can be changed, if it is one
     */
    record Failed(List<Path> places, Trouble trouble, Runnable again, Optional<Connection> server) implements SourceState {}
}
