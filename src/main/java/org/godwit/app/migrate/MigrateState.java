package org.godwit.app.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Trouble;
import org.godwit.app.result.ResultModel;

/** Where a person is on the straight path. */
public sealed interface MigrateState {
    /** Nothing was dropped yet. */
    record Empty() implements MigrateState {}

    /** The places are being read. */
    record Looking(List<Path> places, Job<?> job) implements MigrateState {}

    /** Everything was read; the person decides. */
    record Found(FoundModel found) implements MigrateState {}

    /** The migration goes on. */
    record Running(RunModel run) implements MigrateState {}

    /** The run has ended and has a result. */
    record Finished(ResultModel result) implements MigrateState {}

    /**
     * Reading or running stopped with an error.
     *
     * @param places what was to be read or migrated
     * @param back what had been found before, if reading was not what failed
     */
    record Failed(List<Path> places, Trouble trouble, Optional<FoundModel> back) implements MigrateState {}

    /** The person cancelled. */
    record Cancelled(String kept, Optional<FoundModel> back) implements MigrateState {}
}
