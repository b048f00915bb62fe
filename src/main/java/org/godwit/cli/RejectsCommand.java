package org.godwit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.godwit.engine.Workbench;
import org.godwit.engine.text.Messages;
import org.godwit.model.Reject;
import org.godwit.model.RunSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rejects",
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows what could not be loaded.",
        footer = "  godwit rejects list",
        subcommands = RejectsCommand.ListCommand.class)
final class RejectsCommand {
    @Command(
            name = "list",
            description = "Lists what a run could not load, with place, reason and original text.",
            footer = {
                "  godwit rejects list                           of the newest run",
                "  godwit rejects list 20250306-174823-1f3a",
                "  godwit rejects list --json                    with the original text"
            })
    static final class ListCommand implements Callable<Integer> {
        private final CliContext context;

        @Parameters(arity = "0..1", paramLabel = "RUN", description = "The id of a run; the newest if not given.")
        private @Nullable String run;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        ListCommand(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Workbench workbench = context.workbench();
            Optional<String> id = run == null
                    ? workbench.runs(1).stream().map(RunSummary::run).findFirst()
                    : Optional.of(RunsCommand.known(workbench, run).run());
            List<Reject> rejects = id.map(workbench::rejects).orElse(List.of());
            Terminal terminal = context.terminal();
            if (json) {
                JsonOutput.print(terminal, rejects.stream().map(ListCommand::json).toList());
            } else if (rejects.isEmpty()) {
                terminal.err().println(Messages.get(id.isEmpty() ? "cli.runs.none" : "cli.rejects.none", id.orElse("")));
            } else {
                terminal.out().print(table(rejects).text(0));
            }
            return 0;
        }

        private static TextTable table(List<Reject> rejects) {
            TextTable table = new TextTable("what", "file", "line", "column", "place", "for", "reason");
            for (Reject reject : rejects) {
                String goal = reject.columnName().isEmpty() ? reject.table() : reject.table() + "." + reject.columnName();
                table.row(reject.level().name().toLowerCase(Locale.ROOT), reject.file(), reject.line(), reject.column(),
                        reject.pointer(), goal, reject.reason());
            }
            return table;
        }

        private static Map<String, Object> json(Reject reject) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("level", reject.level().name().toLowerCase(Locale.ROOT));
            json.put("file", reject.file());
            json.put("line", reject.line());
            json.put("column", reject.column());
            json.put("pointer", reject.pointer());
            json.put("table", reject.table());
            json.put("columnName", reject.columnName());
            json.put("reason", reject.reason());
            json.put("raw", reject.raw());
            return json;
        }
    }
}
