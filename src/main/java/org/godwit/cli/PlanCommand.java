package org.godwit.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.godwit.engine.Workbench;
import org.godwit.engine.text.Messages;
import org.godwit.model.TableSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = {"Makes a plan: what becomes which table.", "Keep it in git, edit it, run it again."},
        footer = {
            "  godwit plan results --to results.duckdb -o results.plan.json",
            "  godwit plan results --to results.duckdb --recipe benchmark-results -o results.plan.json",
            "  godwit plan results --to results.duckdb            the plan on stdout"
        })
final class PlanCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private PlanSource source = new PlanSource();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the plan to this file instead of stdout.")
    private @Nullable Path output;

    @Option(names = "--json", description = "With -o: print what was written as JSON. The plan itself always is JSON.")
    private boolean json;

    PlanCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workbench workbench = context.workbench();
        Workbench.Proposal proposal = source.propose(context);
        Path file = output;
        if (file == null) {
            RunReport.printFindings(context.terminal(), proposal.findings());
            context.terminal().out().print(workbench.planText(source.named(proposal.plan())));
            return 0;
        }
        PlanPaths.write(workbench, source.named(proposal.plan()), file);
        if (json) {
            JsonOutput.print(context.terminal(), json(proposal, file));
        } else {
            RunReport.printFindings(context.terminal(), proposal.findings());
            context.terminal().out().println(Messages.get("cli.plan.written", file, proposal.plan().tables().size(),
                    proposal.plan().datasets().size()));
        }
        return 0;
    }

    private static Map<String, Object> json(Workbench.Proposal proposal, Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("plan", file.toString());
        json.put("name", proposal.plan().name());
        json.put("tables", proposal.plan().tables().stream().map(TableSpec::name).toList());
        json.put("findings", proposal.findings().stream().map(RunReport::json).toList());
        return json;
    }
}
