package org.godwit.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Carries out a plan: reads, shapes, loads, verifies.",
            "The target is replaced only when all is checked; until then, and if anything fails, it keeps",
            "every byte. What an earlier run loaded is not loaded again."
        },
        footer = {
            "  godwit run results.plan.json",
            "  godwit run results.plan.json --dry-run        all of it, but the target is left alone",
            "  godwit run results.plan.json --profile production --yes",
            "  godwit run results.plan.json --json           for scripts"
        },
        exitCodeList = {
            "0:done, or nothing new",
            "1:failed; the target is as it was",
            "2:wrong usage, or a plan with faults",
            "3:done, but something was rejected",
            "5:verification found differences; the target is as it was",
            "6:target locked or unreachable",
            "7:stopped by the first reject, as the plan or the strategy asks",
            "130:cancelled; the target is as it was"
        })
final class RunCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(arity = "1", paramLabel = "PLAN", description = "A plan file; relative paths in it start at its folder.")
    private Path plan = Path.of("");

    @Mixin
    private ProfileFlags profile = new ProfileFlags();

    @Mixin
    private RunFlags flags = new RunFlags();

    RunCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workbench workbench = context.workbench();
        Path folder = PlanPaths.folderOf(plan);
        Plan read = flags.plan(profile.resolved(context, workbench.readPlan(plan), folder));
        profile.requireConsent(context, read, folder, flags);
        RunOptions options = flags.options(read.options());
        RunResult result = context.foreground(task -> workbench.run(read, folder, options, task));
        return RunReport.print(context.terminal(), result, flags.json(), flags.dryRun());
    }
}
