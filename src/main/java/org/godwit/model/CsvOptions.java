package org.godwit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How files of separated values are read where their content would tell it wrong.
 *
 * @param delimiter between fields, a character of ASCII; null for what the content tells
 * @param header whether the first record names the columns; null likewise
 * @param types columns, as {@code table.column} ({@link ByColumn}), whose fields are no texts; null for what the content of each file
 *     tells. A plan says it, so that what a column holds does not change with what comes later: rows that were read before would
 *     be others.
 */
public record CsvOptions(@Nullable Character delimiter, @Nullable Boolean header, @Nullable Map<String, Values> types) {
    /** The type of sources that are read so. */
    public static final String TYPE = "csv";
    /** Everything is as the content tells. */
    public static final CsvOptions AS_FOUND = new CsvOptions(null, null);

    /** What the fields of a column are that are written as machines write them; others are texts. */
    public enum Values {
        BOOLEAN,
        NUMBER
    }

    private static final int ASCII = 0x80;
    private static final Map<String, Character> NAMED = named();

    public CsvOptions {
        if (delimiter != null && !isDelimiter(delimiter)) {
            throw new IllegalArgumentException("U+" + Integer.toHexString(delimiter) + " delimits nothing");
        }
        types = types == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /** Options that leave what the columns hold to the content. */
    public CsvOptions(@Nullable Character delimiter, @Nullable Boolean header) {
        this(delimiter, header, null);
    }

    private static Map<String, Character> named() {
        Map<String, Character> named = new LinkedHashMap<>();
        named.put("comma", ',');
        named.put("semicolon", ';');
        named.put("tab", '\t');
        named.put("pipe", '|');
        return named;
    }

    // The parser looks at bytes; quotes and ends of lines have a meaning of their own.
    private static boolean isDelimiter(char character) {
        return character > 0 && character < ASCII && character != '"' && character != '\n' && character != '\r';
    }

    /** Returns the delimiters that have a name, the usual one first. */
    public static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /**
     * Reads a delimiter.
     *
     * @param text one character, or one of {@link #names()}
     * @throws IllegalArgumentException if it is neither
     */
    public static char delimiter(String text) {
        Character named = NAMED.get(text);
        if (named != null) {
            return named;
        }
        if (text.length() != 1 || !isDelimiter(text.charAt(0))) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    /** Returns the delimiter as {@link #delimiter(String)} reads it; empty if there is none. */
    public String delimiterText() {
        return delimiter == null ? "" : delimiter == '\t' ? "tab" : delimiter.toString();
    }

    /** Returns whether delimiter and header are as the content tells. */
    public boolean isAsFound() {
        return delimiter == null && header == null;
    }

    /** Returns the options with another delimiter. */
    public CsvOptions withDelimiter(@Nullable Character other) {
        return new CsvOptions(other, header, types);
    }

    /** Returns the options with another word on the header. */
    public CsvOptions withHeader(@Nullable Boolean other) {
        return new CsvOptions(delimiter, other, types);
    }

    /** Returns the options with what columns hold. */
    public CsvOptions withTypes(Map<String, Values> others) {
        return new CsvOptions(delimiter, header, others);
    }
}
