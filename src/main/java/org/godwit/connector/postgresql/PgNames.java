package org.godwit.connector.postgresql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.duck.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The one place that puts names and texts into PostgreSQL's SQL. PostgreSQL cuts a name after 63 bytes without a word, so
 * a name that it cannot hold is stored under another one, always the same, and a comment keeps the whole one. Pure.
 */
final class PgNames {
    /** The most bytes a name can have. */
    static final int MAX_BYTES = 63;

    private static final int HASH_DIGITS = 12;
    private static final String COMMENT = "Godwit name: ";
    private static final Set<String> TAKEN = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private PgNames() {}

    /**
     * Returns a name as a quoted identifier, as it is.
     *
     * @throws IllegalArgumentException if it has a character that no identifier can hold (U+0000, half a surrogate pair)
     */
    static String quoted(String name) {
        return '"' + Sql.checked(name).replace("\"", "\"\"") + '"';
    }

    /** Returns quoted names, separated by commas. */
    static String quoted(List<String> names) {
        return names.stream().map(PgNames::quoted).collect(Collectors.joining(", "));
    }

    /**
     * Returns a text as a string literal.
     *
     * @throws IllegalArgumentException if it has a character that SQL text cannot hold
     */
    static String literal(String text) {
        return '\'' + Sql.checked(text).replace("'", "''") + '\'';
    }

    /** Returns the name under which PostgreSQL stores a table or column: itself, unless it is too long, empty or taken. */
    static String stored(String name) {
        if (!name.isEmpty() && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES && !TAKEN.contains(name)) {
            return name;
        }
        StringBuilder start = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < name.length(); ) {
            String character = Character.toString(name.codePointAt(i));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES - 1 - HASH_DIGITS) {
                break;
            }
            start.append(character);
            i += character.length();
        }
        return start + "_" + hash(name);
    }

    /** Returns the stored names, quoted, separated by commas. */
    static String storedQuoted(List<String> names) {
        return names.stream().map(name -> quoted(stored(name))).collect(Collectors.joining(", "));
    }

    /** Returns the comment that keeps the whole of a name, null if it is stored as it is. */
    static @Nullable String comment(String name) {
        return stored(name).equals(name) ? null : COMMENT + name;
    }

    /** Returns the whole name of what is stored under a name with this comment. */
    static String whole(String stored, @Nullable String comment) {
        if (comment == null || !comment.startsWith(COMMENT)) {
            return stored;
        }
        String name = comment.substring(COMMENT.length());
        return stored(name).equals(stored) ? name : stored;
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
