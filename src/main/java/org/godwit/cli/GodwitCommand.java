package org.godwit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command. A new command is one class in this package and one entry in {@code subcommands}. */
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
        },
        subcommands = {
            InspectCommand.class,
            PlanCommand.class,
            PreviewCommand.class,
            RunCommand.class,
            MigrateCommand.class,
            VerifyCommand.class,
            RejectsCommand.class,
            RunsCommand.class,
            QueryCommand.class,
            MatrixCommand.class,
            ChartCommand.class,
            SampleCommand.class,
            SecretCommand.class
        })
final class GodwitCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    // picocli itself acts on these two.
    @SuppressWarnings("UnusedVariable")
    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    @SuppressWarnings("UnusedVariable")
    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: one of the commands of godwit --help.");
    }
}
