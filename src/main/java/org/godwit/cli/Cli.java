package org.godwit.cli;

import java.util.List;
import java.util.function.Supplier;
import org.godwit.connector.spi.KeyStore;
import org.godwit.engine.Workbench;
import picocli.CommandLine;

/** Runs one command line from its words to its exit code. */
public final class Cli {
    /** The version of this program; the same as the project's. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private Cli() {}

    /**
     * Runs a command on this process's streams.
     *
     * @param workbench asked at the first need of it, so that help and version start without an engine
     * @param querying what {@code query} asks
     * @param keyStore where {@code secret} keeps passwords
     * @return the exit code: 0 done, 1 failed, 2 wrong usage, 3 done with rejects, 5 verification found differences,
     *     6 target locked or unreachable, 7 stopped by threshold or strategy, 130 cancelled
     */
    public static int main(String[] args, Supplier<Workbench> workbench, Querying querying, KeyStore keyStore) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        try (Interrupt interrupt = Interrupt.install()) {
            return run(args, new CliContext(terminal, workbench, querying, interrupt, keyStore, PasswordInput.ofProcess(), System::getenv));
        } finally {
            terminal.flush();
        }
    }

    static int run(String[] args, CliContext context) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // Nothing else is loaded: this is what scripts ask on every start.
            context.terminal().out().println("godwit " + VERSION);
            return 0;
        }
        return commandLine(context, GodwitCommand.needed(args)).execute(args);
    }

    /**
     * @param names of the commands that it is to have: to make all costs every start a tenth of a second
     */
    static CommandLine commandLine(CliContext context, List<String> names) {
        CommandLine.IFactory factory = new CommandFactory(context);
        CommandLine commands = new CommandLine(GodwitCommand.class, factory);
        names.forEach(name -> commands.addSubcommand(new CommandLine(GodwitCommand.COMMANDS.get(name), factory)));
        ChartCommand.addKinds(commands, context);
        Terminal terminal = context.terminal();
        ErrorWords words = new ErrorWords(terminal);
        commands.setOut(terminal.outWriter());
        commands.setErr(terminal.errWriter());
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        commands.setExecutionExceptionHandler(words);
        commands.setParameterExceptionHandler(words);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(false);
        commands.setUsageHelpWidth(HelpPage.WIDTH);
        HelpPage.arrange(commands);
        return commands;
    }
}
