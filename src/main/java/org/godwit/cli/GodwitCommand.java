package org.godwit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command. A new command is one class in this package and one entry in {@code subcommands}. */
@Command(
    name = "godwit",
    mixinStandardHelpOptions = true,
    version = "godwit 0.1.0-SNAPSHOT",
    description = "Moves measurement data into DuckDB and proves that nothing was lost.",
    subcommands = {})
public final class GodwitCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
