package org.godwit.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** Where a new password is read from. */
@FunctionalInterface
interface PasswordInput {
    /** The most bytes that are taken; no server takes longer passwords. */
    int MOST_BYTES = 4096;

    /**
     * Returns what was entered, which the caller overwrites.
     *
     * @throws GodwitException USAGE if nothing was, or twice not the same
     */
    char[] read(String name);

    /** Returns the terminal if there is one: it is asked twice and shows nothing; otherwise the first line of stdin. */
    static PasswordInput ofProcess() {
        return name -> Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> asked(console, name))
                .orElseGet(() -> line(System.in));
    }

    private static char[] asked(Console console, String name) {
        char[] first = console.readPassword("%s", Messages.get("cli.secret.prompt", name));
        char[] second = first == null ? null : console.readPassword("%s", Messages.get("cli.secret.prompt.again"));
        try {
            if (first == null || second == null || first.length == 0) {
                throw nothing();
            }
            if (!Arrays.equals(first, second)) {
                throw new GodwitException(ErrorCode.USAGE, Messages.get("cli.secret.different"));
            }
            return first.clone();
        } finally {
            clear(first);
            clear(second);
        }
    }

    private static void clear(char @org.jspecify.annotations.Nullable [] password) {
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }

    /** Returns the first line of a stream in UTF-8, without its end. */
    static char[] line(InputStream in) {
        byte[] bytes = new byte[MOST_BYTES];
        try {
            int length = 0;
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                if (length == MOST_BYTES) {
                    throw new GodwitException(ErrorCode.USAGE, Messages.get("cli.secret.long", MOST_BYTES));
                }
                bytes[length++] = (byte) b;
            }
            length -= length > 0 && bytes[length - 1] == '\r' ? 1 : 0;
            if (length == 0) {
                throw nothing();
            }
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
            char[] password = new char[text.length()];
            text.get(password);
            Arrays.fill(text.array(), '\0');
            return password;
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.USAGE, Messages.get("cli.secret.nothing"));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static GodwitException nothing() {
        return new GodwitException(ErrorCode.USAGE, Messages.get("cli.secret.nothing"));
    }
}
