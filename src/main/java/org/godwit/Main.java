package org.godwit;

import org.godwit.cli.Cli;

/** Starts Godwit: no arguments open the workbench, anything else is a command line. */
public final class Main {
    private Main() {}

    /** Returns once the window is closed; after a command the process ends with the command's exit code. */
    public static void main(String[] args) {
        // Pictures are drawn in memory: no part of AWT is to look for a display.
        System.setProperty("java.awt.headless", "true");
        if (args.length == 0) {
            WindowWiring.open();
            return;
        }
        Ahead.load(args[0]);
        System.exit(Cli.main(args, Wiring::workbench, Wiring::query, Wiring.keyStore()));
    }
}
