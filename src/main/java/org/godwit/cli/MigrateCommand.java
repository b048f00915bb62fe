package org.godwit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.godwit.engine.Workbench;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(arity = "1..*", paramLabel = "LOCATION", description = "A file, a folder or a glob.")
    private List<String> locations = List.of();

    @Option(names = "--to", required = true, paramLabel = "LOCATION", description = "The target, such as results.duckdb.")
    private String target = "";

    @Option(names = "--recipe", paramLabel = "NAME|FILE", description = "Start from a recipe; the rest is proposed.")
    private @Nullable String recipe;

    @Option(names = "--plan", paramLabel = "FILE", description = "Also write the plan to this file.")
    private @Nullable Path plan;

    @Mixin
    private RunFlags flags = new RunFlags();

    MigrateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<String> sources = Locations.sources(locations);
        String to = Locations.target(target);
        Workbench workbench = context.workbench();
        Workbench.Proposal proposal =
                context.foreground(task -> workbench.inspectAndPropose(sources, to, Optional.ofNullable(recipe), task));
        if (plan != null) {
            PlanPaths.write(workbench, proposal.plan(), plan);
        }
        if (!flags.json()) {
            RunReport.printFindings(context.terminal(), proposal.findings());
        }
        RunOptions options = flags.options(proposal.plan().options());
        RunResult result =
                context.foreground(task -> workbench.run(proposal.plan(), PlanPaths.workingFolder(), options, task));
        return RunReport.print(context.terminal(), result, flags.json(), flags.dryRun());
    }
}
