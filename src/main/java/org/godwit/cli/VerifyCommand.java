package org.godwit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.godwit.engine.Workbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.VerificationResult;
import org.godwit.task.TaskContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = {
            "Compares a target with what its runs loaded.",
            "Rebuilds every document, compares every column, names the documents and cells that differ.",
            "Changes nothing."
        },
        footer = {
            "  godwit verify results.plan.json",
            "  godwit verify results.duckdb              by what the database tells of its runs",
            "  godwit verify 20250306-174823-1f3a        the target of a run, by the plan that it had"
        },
        exitCodeList = {"0:all as it was loaded", "1:failed", "2:wrong usage", "5:differences", "6:target locked or unreachable"})
final class VerifyCommand implements Callable<Integer> {
    private static final Pattern RUN = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9a-f]{4}");
    private static final int DIFFERENCES = 5;

    private final CliContext context;

    @Parameters(arity = "1", paramLabel = "PLAN|RUN|DATABASE", description = "A plan file, the id of a run, or a database (or folder of tables) that runs have filled.")
    private String subject = "";

    @Mixin
    private ProfileFlags profile = new ProfileFlags();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    VerifyCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        VerificationResult result = context.foreground(this::verify);
        if (json) {
            JsonOutput.print(context.terminal(), RunReport.json(result));
        } else {
            context.terminal().out().println(RunReport.verification(result));
            if (!result.differences().isEmpty()) {
                context.terminal().out().print("\n" + RunReport.differences(result).text(0));
            }
        }
        return result.passed() ? 0 : DIFFERENCES;
    }

    private VerificationResult verify(TaskContext task) {
        Workbench workbench = context.workbench();
        if (RUN.matcher(subject).matches() && !Files.exists(Path.of(subject))) {
            profile.requireUse(false);
            return workbench.verify(subject, task);
        }
        Path plan = Path.of(subject);
        if (Files.isDirectory(plan)) {
            return database(workbench, task);
        }
        Path folder = PlanPaths.folderOf(plan);
        try {
            return workbench.verify(profile.resolved(context, workbench.readPlan(plan), folder), folder, task);
        } catch (GodwitException e) {
            if (e.code() != ErrorCode.PLAN_BINARY) {
                throw e;
            }
            return database(workbench, task);
        }
    }

    private VerificationResult database(Workbench workbench, TaskContext task) {
        profile.requireUse(false);
        return workbench.verifyDatabase(Path.of(subject), task);
    }
}
