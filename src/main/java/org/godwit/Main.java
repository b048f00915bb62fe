package org.godwit;

import org.godwit.cli.Cli;

/** Starts Godwit: no arguments open the workbench, anything else is a command line. */
public final class Main {
    private Main() {}

    /** Never returns when a command was given: the process ends with the command's exit code. */
    public static void main(String[] args) {
        System.exit(Cli.main(args, Wiring::workbench, Wiring.querying()));
    }
}
