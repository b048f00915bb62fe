package org.godwit.cli;

import java.util.Optional;
import org.godwit.model.Options;
import org.godwit.model.Options.Strategy;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that {@code run} and {@code migrate} share. */
final class RunFlags {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--dry-run", description = "Do everything with all the data, but leave the target alone.")
    private boolean dryRun;

    @Option(names = "--strategy", paramLabel = "NAME",
            description = "conservative (stop at the first reject), balanced, or aggressive (leave the check to godwit verify).")
    private @Nullable Strategy strategy;

    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--no-verify", description = "Neither rebuild the documents nor read back what was written: leave that to a later godwit verify.")
    private boolean noVerify;

    @Option(names = "--yes", description = "Write even into a target that a profile protects.")
    private boolean agreed;

    @Option(names = "--replace", description = "Put new rows in the place of those that the plan's tables have in the target. Other tables are left alone;"
            + " with --dry-run it is only said what would be replaced.")
    private boolean replace;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "--memory", paramLabel = "SIZE", converter = MemorySize.class,
            description = "How much memory DuckDB may use beside the JVM, such as 1GB or 512MB; four fifths of the machine's if not given.")
    private long memoryBytes;

    // The only method among the options: the order of methods may differ from start to start, and the help with it.
    @Option(names = "--jobs", paramLabel = "N", description = "Worker threads; as many as there are processors if not given.")
    void jobs(int count) {
        if (count < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--jobs must be at least 1, not " + count);
        }
        jobs = count;
    }

    RunOptions options(Options planned) {
        Strategy chosen = Optional.ofNullable(strategy).orElse(planned.strategy());
        return new RunOptions(dryRun, jobs, !noVerify && chosen != Strategy.AGGRESSIVE, chosen, memoryBytes);
    }

    boolean agreed() {
        return agreed;
    }

    /** Returns the plan as it is to be carried out. */
    Plan plan(Plan read) {
        return replace ? read.with(Plan.Mode.REPLACE) : read;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean json() {
        return json;
    }
}
