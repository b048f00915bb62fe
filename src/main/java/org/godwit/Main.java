package org.godwit;

import org.godwit.cli.Cli;
import org.godwit.engine.Workbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** Starts Godwit: no arguments open the workbench, anything else is a command line. */
public final class Main {
    private Main() {}

    /** Never returns when a command was given: the process ends with the command's exit code. */
    public static void main(String[] args) {
        System.exit(Cli.main(args, Main::engine, (location, sql, rows) -> engine()));
    }

    private static Workbench engine() {
        throw new GodwitException(ErrorCode.INTERNAL, "starting", "this build has no engine yet");
    }
}
