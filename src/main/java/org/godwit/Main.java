package org.godwit;

import java.nio.file.Path;
import org.godwit.cli.Cli;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** Starts Godwit: no arguments open the workbench, anything else is a command line. */
public final class Main {
    private Main() {}

    /** Returns once the window is closed; after a command the process ends with the command's exit code. */
    public static void main(String[] args) {
        // Pictures are drawn in memory: no part of AWT is to look for a display.
        System.setProperty("java.awt.headless", "true");
        if (args.length == 0) {
            window();
            return;
        }
        Ahead.load(args[0]);
        // Picocli looks for a class of Groovy otherwise, in every library there is.
        System.setProperty("picocli.disable.closures", "true");
        int code = command(args);
        if (System.getProperty("godwit.rehearse", "").equals("commands")) {
            new Rounds(Path.of(System.getProperty("java.io.tmpdir")), Main::command).play();
        }
        System.exit(code);
    }

    private static int command(String... args) {
        return Cli.main(args, Wiring::workbench, Wiring::query, Wiring.keyStore());
    }

    private static void window() {
        try {
            WindowWiring.open();
        } catch (UnsupportedOperationException | LinkageError e) {
            // JavaFX finds no display, or none of the libraries that it needs for one.
            GodwitException told = new GodwitException(e, ErrorCode.NO_WINDOW, String.valueOf(e.getMessage()));
            System.err.println(Messages.withCode(told));
            System.exit(told.code().exitCode());
        }
    }
}
