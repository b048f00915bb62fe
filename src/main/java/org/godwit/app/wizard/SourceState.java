package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.List;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Trouble;

/** Where a person is with the source. */
public sealed interface SourceState {
    /** Nothing was dropped yet. */
    record Nothing() implements SourceState {}

    /** The places are being read. */
    record Looking(String title, Job<?> job) implements SourceState {}

    /** Everything was read; the person decides. */
    record Found(FoundModel found) implements SourceState {}

    /**
     * The places could not be read.
     *
     * @param again tries once more
     */
    record Failed(List<Path> places, Trouble trouble, Runnable again) implements SourceState {}
}
