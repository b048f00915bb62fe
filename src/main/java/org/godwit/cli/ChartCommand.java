package org.godwit.cli;

import org.godwit.analysis.chart.Charts;
import org.godwit.analysis.chart.spi.ChartKind;
import org.godwit.analysis.chart.spi.ChartOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

@Command(
        name = "chart",
        synopsisSubcommandLabel = "KIND",
        description = "Draws a chart of a database: in the terminal, or as PNG, SVG, PDF, CSV or JSON.",
        footer = {
            "  godwit chart compare results.duckdb --model bert",
            "  godwit chart compare results.duckdb --hardware cpu --metric latency -o cpu.svg"
        })
final class ChartCommand implements Runnable {
    @CommandLine.Spec
    private CommandSpec spec = CommandSpec.create();

    /** Adds a command for every kind of chart, with the options that it has, if this command is there. */
    static void addKinds(CommandLine root, CliContext context) {
        CommandLine chart = root.getSubcommands().get("chart");
        if (chart == null) {
            return;
        }
        for (ChartKind kind : Charts.all()) {
            CommandSpec made = CommandSpec.forAnnotatedObject(new ChartKindCommand(context, kind));
            made.name(kind.name());
            made.usageMessage().description(kind.description());
            made.usageMessage().footer(kind.examples().stream().map(example -> "  " + example).toArray(String[]::new));
            kind.options().forEach(option -> made.addOption(option(option)));
            chart.addSubcommand(kind.name(), made);
        }
    }

    private static OptionSpec option(ChartOption option) {
        OptionSpec.Builder builder = OptionSpec.builder("--" + option.name()).description(option.description());
        return option.isFlag()
                ? builder.type(boolean.class).arity("0").build()
                : builder.type(String.class).paramLabel(option.label()).completionCandidates(option.values()).build();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which kind of chart: one of those of godwit chart --help.");
    }
}
