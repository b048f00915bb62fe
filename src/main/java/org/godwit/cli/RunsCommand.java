package org.godwit.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.godwit.engine.Workbench;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "runs",
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows the history of runs.",
        footer = {"  godwit runs list", "  godwit runs show 20250306-174823-1f3a"},
        subcommands = {RunsCommand.ListCommand.class, RunsCommand.ShowCommand.class})
final class RunsCommand {
    private static final int LISTED = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Returns what a run did, or throws RUN_UNKNOWN. */
    static RunResult known(Workbench workbench, String run) {
        return workbench.run(run).orElseThrow(() -> new GodwitException(ErrorCode.RUN_UNKNOWN, run));
    }

    @Command(
            name = "list",
            description = "Lists the runs, newest first.",
            footer = {"  godwit runs list", "  godwit runs list --limit 100 --json"})
    static final class ListCommand implements Callable<Integer> {
        private final CliContext context;

        @Option(names = "--limit", paramLabel = "N", description = "At most this many, ${DEFAULT-VALUE} if not given.")
        private int limit = LISTED;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        ListCommand(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            List<RunSummary> runs = context.workbench().runs(limit);
            Terminal terminal = context.terminal();
            if (json) {
                JsonOutput.print(terminal, runs.stream().map(ListCommand::json).toList());
            } else if (runs.isEmpty()) {
                terminal.err().println(Messages.get("cli.runs.none"));
            } else {
                TextTable table = new TextTable("run", "started", "plan", "target", "outcome", "documents", "rows", "rejects", "seconds");
                runs.forEach(r -> table.row(r.run(), TIME.format(Instant.ofEpochMilli(r.startedMillis()).atZone(ZoneId.systemDefault())),
                        r.planName(), r.target(), RunReport.word(r.outcome()), r.documents(), r.rows(), r.rejects(),
                        InspectionReport.seconds(r.seconds())));
                terminal.out().print(table.text(0));
            }
            return 0;
        }

        private static Map<String, Object> json(RunSummary run) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("run", run.run());
            json.put("plan", run.planName());
            json.put("target", run.target());
            json.put("outcome", RunReport.word(run.outcome()));
            json.put("started", Instant.ofEpochMilli(run.startedMillis()).toString());
            json.put("seconds", run.seconds());
            json.put("documents", run.documents());
            json.put("rows", run.rows());
            json.put("rejects", run.rejects());
            return json;
        }
    }

    @Command(
            name = "show",
            description = "Shows what one run did: tables, ledger, check, rejects.",
            footer = {"  godwit runs show 20250306-174823-1f3a", "  godwit runs show 20250306-174823-1f3a --json"})
    static final class ShowCommand implements Callable<Integer> {
        private final CliContext context;

        @Parameters(arity = "1", paramLabel = "RUN", description = "The id of a run.")
        private String run = "";

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        ShowCommand(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            // What the run did is told, not how it ended: showing a failed run succeeds.
            RunReport.print(context.terminal(), known(context.workbench(), run), json, false);
            return 0;
        }
    }
}
