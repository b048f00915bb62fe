package org.godwit.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a password is, as plans and addresses write it: {@code ${env:NAME}}, {@code ${file:PATH}}, {@code ${keychain:NAME}}.
 *
 * @param name as it was entered; what is empty or has a closing brace is written too, but no place when it is read
 */
public record SecretPlace(Kind kind, String name) {
    private static final Pattern TEXT = Pattern.compile("\\$\\{(env|file|keychain):([^}]+)}");

    /** What holds the password. Written in lower case. */
    public enum Kind {
        /** A variable of the environment. */
        ENV,
        FILE,
        /** An entry of the system's key store. */
        KEYCHAIN
    }

    /** Reads a place; none if the text is not exactly one. */
    public static Optional<SecretPlace> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new SecretPlace(Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2))) : Optional.empty();
    }

    /** Returns the place as plans write it. */
    public String text() {
        return "${" + kind.name().toLowerCase(Locale.ROOT) + ":" + name + "}";
    }
}
