package org.godwit;

import org.godwit.cli.GodwitCommand;
import picocli.CommandLine;

/** Starts Godwit: no arguments open the workbench, anything else is a command line. */
public final class Main {
  private Main() {}

  /** Never returns when a command was given: the process ends with the command's exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new GodwitCommand()).execute(args));
  }
}
