package org.godwit.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command. A new command is one class in this package and one entry in {@link #COMMANDS}. */
@Command(
        name = "godwit",
        version = "godwit " + Cli.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Moves measurement data into DuckDB and proves that nothing was lost.",
            "Without a command it opens the workbench, the window."
        },
        footer = {
            "  godwit                                                  open the workbench",
            "  godwit migrate results --to results.duckdb              plan and run, nothing asked",
            "  godwit inspect results                                  look first, change nothing",
            "  godwit query results.duckdb \"SELECT * FROM models\"      ask the result"
        },
        exitCodeList = {
            "0:done",
            "1:failed; the target is as it was",
            "2:wrong usage, or a plan with faults",
            "3:done, but something was rejected: godwit rejects list",
            "5:verification found differences",
            "6:target locked or unreachable",
            "7:stopped by a threshold or the strategy",
            "130:cancelled; the target is as it was"
        })
final class GodwitCommand implements Runnable {
    /** All commands by their names, in the order of the help. */
    static final SequencedMap<String, Class<?>> COMMANDS = commands();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    // picocli itself acts on these two.
    @SuppressWarnings("UnusedVariable")
    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    @SuppressWarnings("UnusedVariable")
    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    private static SequencedMap<String, Class<?>> commands() {
        SequencedMap<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("inspect", InspectCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("preview", PreviewCommand.class);
        commands.put("run", RunCommand.class);
        commands.put("migrate", MigrateCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("rejects", RejectsCommand.class);
        commands.put("runs", RunsCommand.class);
        commands.put("query", QueryCommand.class);
        commands.put("matrix", MatrixCommand.class);
        commands.put("chart", ChartCommand.class);
        commands.put("sample", SampleCommand.class);
        commands.put("secret", SecretCommand.class);
        return Collections.unmodifiableSequencedMap(commands);
    }

    /** Returns which commands these words need: the one that they begin with, or all, of which help and suggestions tell. */
    static List<String> needed(String... words) {
        return words.length > 0 && COMMANDS.containsKey(words[0]) ? List.of(words[0]) : List.copyOf(COMMANDS.sequencedKeySet());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: one of the commands of godwit --help.");
    }
}
