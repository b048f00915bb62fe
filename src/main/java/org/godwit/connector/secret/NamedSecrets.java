package org.godwit.connector.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.godwit.connector.spi.KeyStore;
import org.godwit.connector.spi.Secrets;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.SecretPlace;
import org.jspecify.annotations.Nullable;

/**
 * Fetches passwords from where connections say they are: {@code ${env:NAME}}, {@code ${file:PATH}},
 * {@code ${keychain:NAME}} for the key store of the system; where they say nothing, from GODWIT_PASSWORD, and then from
 * the person, who is asked once: a run opens several connections. What was entered is kept in memory until the process
 * ends, nowhere else. Thread-safe.
 */
public final class NamedSecrets implements Secrets {
    /** The variable that is looked into when a connection says nothing. */
    public static final String VARIABLE = "GODWIT_PASSWORD";

    private final Function<String, @Nullable String> environment;
    private final KeyStore keyStore;
    private final Prompt prompt;
    private final Map<String, char[]> entered = new HashMap<>();

    /** Asks a person for a password. */
    @FunctionalInterface
    public interface Prompt {
        /** Returns what was entered; null if nobody can be asked or nobody answers. */
        char @Nullable [] ask(Connection connection);
    }

    /**
     * @param environment returns the value of a variable, null if there is none
     * @param prompt asked last
     */
    public NamedSecrets(Function<String, @Nullable String> environment, KeyStore keyStore, Prompt prompt) {
        this.environment = environment;
        this.keyStore = keyStore;
        this.prompt = prompt;
    }

    @Override
    public char[] password(Connection connection) {
        if (connection.password().isEmpty()) {
            return unnamed(connection);
        }
        SecretPlace place = SecretPlace.of(connection.password())
                .orElseThrow(() -> new GodwitException(ErrorCode.SECRET_MISSING, connection.text(), "the plan does not say where it is"));
        return switch (place.kind()) {
            case ENV -> variable(connection, place.name());
            case FILE -> file(connection, place.name());
            case KEYCHAIN -> kept(connection, place.name());
        };
    }

    private char[] kept(Connection connection, String name) {
        char[] password = keyStore.get(name);
        if (password == null) {
            throw new GodwitException(ErrorCode.SECRET_MISSING, connection.text(), "the key store of this system has no entry " + name);
        }
        return password;
    }

    private synchronized char[] unnamed(Connection connection) {
        String value = environment.apply(VARIABLE);
        if (value != null) {
            return value.toCharArray();
        }
        String who = connection.user() + "\u0000" + connection.text();
        char[] known = entered.get(who);
        if (known == null) {
            char[] answer = prompt.ask(connection);
            known = answer == null ? new char[0] : answer;
            entered.put(who, known);
        }
        return known.clone();
    }

    private char[] variable(Connection connection, String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw new GodwitException(ErrorCode.SECRET_MISSING, connection.text(), "the environment variable " + name + " is not set");
        }
        return value.toCharArray();
    }

    private static char[] file(Connection connection, String name) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(name));
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            int length = text.length();
            while (length > 0 && (text.charAt(length - 1) == '\n' || text.charAt(length - 1) == '\r')) {
                length--;
            }
            char[] password = new char[length];
            text.get(password);
            Arrays.fill(bytes, (byte) 0);
            return password;
        } catch (IOException | InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.SECRET_MISSING, connection.text(), "the file " + name + " cannot be read");
        }
    }
}
