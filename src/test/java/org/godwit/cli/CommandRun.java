package org.godwit.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.godwit.engine.Workbench;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one command line gave. */
record CommandRun(int code, String out, String err) {
    static CommandRun of(Workbench workbench, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), false, false);
        int code = Cli.run(words, new CliContext(terminal, () -> workbench, Interrupt.none()));
        terminal.flush();
        return new CommandRun(code, text(out), text(err));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
