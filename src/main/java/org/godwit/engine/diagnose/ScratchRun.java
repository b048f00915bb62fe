package org.godwit.engine.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.engine.run.PlanRunner;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.shred.RefusedRows;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** A plan carried out into a database of its own that is deleted when this is closed. */
final class ScratchRun implements AutoCloseable {
    private final Path folder;
    private @Nullable RunResult result;

    private ScratchRun(Path folder) {
        this.folder = folder;
    }

    static ScratchRun of(Plan plan, Path base, DocumentConnector connector, TaskContext context) {
        return of(plan, base, connector, TargetLimits.NONE, RefusedRows.NONE, context);
    }

    /**
     * @param limits what the target that is looked at can hold
     * @param refused rows that it did not take
     */
    static ScratchRun of(Plan plan, Path base, DocumentConnector connector, TargetLimits limits, RefusedRows refused, TaskContext context) {
        try {
            ScratchRun scratch = new ScratchRun(Files.createTempDirectory("godwit-scratch"));
            boolean ran = false;
            try {
                scratch.result = scratch.run(plan, base, connector, limits, refused, context);
                ran = true;
                return scratch;
            } finally {
                if (!ran) {
                    scratch.close();
                }
            }
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.INTERNAL, "make a scratch folder", String.valueOf(e.getMessage()));
        }
    }

    private RunResult run(Plan plan, Path base, DocumentConnector connector, TargetLimits limits, RefusedRows refused, TaskContext context) {
        Plan.Target target = new Plan.Target("duckdb", database().toString());
        Options options = new Options(Options.OnReject.QUARANTINE, plan.options().duplicates(), plan.options().lineage(), Options.Strategy.AGGRESSIVE);
        Plan scratch = new Plan(
                plan.version(), plan.name(), plan.description(), plan.sources(), target, plan.datasets(), plan.tables(), List.of(), options);
        RunOptions once = new RunOptions(false, Runtime.getRuntime().availableProcessors(), false, Options.Strategy.AGGRESSIVE);
        return new PlanRunner(scratch, base, once, context, connector, "scratch").within(limits).rejecting(refused).run();
    }

    /** Returns what the run did. */
    RunResult result() {
        return java.util.Objects.requireNonNull(result);
    }

    Path database() {
        return folder.resolve("scratch.duckdb");
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
