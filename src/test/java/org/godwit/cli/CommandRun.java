package org.godwit.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.KeyStore;
import org.godwit.engine.Workbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.testing.MemoryKeyStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one command line gave. */
record CommandRun(int code, String out, String err) {
    static CommandRun of(Workbench workbench, String... words) {
        return of(workbench, new MemoryKeyStore(), "", words);
    }

    /** @param input what stands on stdin */
    static CommandRun of(Workbench workbench, KeyStore keyStore, String input, String... words) {
        return of(workbench, keyStore, input, Map.of(), words);
    }

    static CommandRun of(Workbench workbench, KeyStore keyStore, String input, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Terminal terminal = new Terminal(stream(out), stream(err), false, false);
        int code = Cli.run(words, new CliContext(terminal, () -> workbench, CommandRun::canned, Interrupt.none(), keyStore, name -> PasswordInput.line(in), environment::get));
        terminal.flush();
        return new CommandRun(code, text(out), text(err));
    }

    private static void canned(String location, String sql, Querying.Rows rows) {
        if (sql.contains("wrong")) {
            throw new GodwitException(ErrorCode.QUERY_FAILED, "syntax error at \"wrong\"");
        }
        rows.columns(List.of("name", "n"));
        rows.row(List.of("bert", 12.75));
        rows.row(Arrays.asList("t5", null));
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
