package org.godwit.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        description = {"Plans and runs in one go, nothing asked.", "The plan is kept with the run: godwit runs list."},
        footer = {
            "  godwit migrate results --to results.duckdb",
            "  godwit migrate results --to results.duckdb --recipe benchmark-results",
            "  godwit migrate results --to results.duckdb --plan results.plan.json      keep the plan"
        },
        exitCodeList = {
            "0:done, or nothing new",
            "1:failed; the target is as it was",
            "2:wrong usage",
            "3:done, but something was rejected",
            "5:verification found differences; the target is as it was",
            "6:target locked or unreachable",
            "7:stopped by the first reject, as the strategy asks",
            "130:cancelled; the target is as it was"
        })
final class MigrateCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private PlanSource source = new PlanSource();

    @Option(names = "--plan", paramLabel = "FILE", description = "Also write the plan to this file.")
    private @Nullable Path plan;

    @Mixin
    private RunFlags flags = new RunFlags();

    MigrateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workbench workbench = context.workbench();
        Workbench.Proposal proposal = source.propose(context);
        Plan made = flags.plan(proposal.plan());
        source.requireConsent(context, made, flags);
        if (plan != null) {
            PlanPaths.write(workbench, source.named(made), plan);
        }
        if (!flags.json()) {
            RunReport.printFindings(context.terminal(), proposal.findings());
        }
        RunOptions options = flags.options(made.options());
        RunResult result =
                context.foreground(task -> workbench.run(made, PlanPaths.workingFolder(), options, task));
        return RunReport.print(context.terminal(), result, flags.json(), flags.dryRun());
    }
}
