package org.godwit.app.excerpt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.model.JsonType;

/**
 * A value to look for on a line of JSON.
 *
 * @param key under which it stands; empty for an element of an array
 * @param type of the value
 */
public record ValueText(String key, JsonType type) {
    /** Where it begins and ends in a line. */
    record Range(int from, int to) {
        static final Range NONE = new Range(-1, -1);
    }

    /** Returns the first value of this type under this key, {@link Range#NONE} if the line has none. */
    Range in(String line) {
        String before = key.isEmpty() ? "[\\[,]\\s*|^\\s*" : Pattern.quote("\"" + key + "\"") + "\\s*:\\s*";
        Matcher matcher = Pattern.compile("(?:" + before + ")(" + pattern() + ")").matcher(line);
        return matcher.find() ? new Range(matcher.start(1), matcher.end(1)) : Range.NONE;
    }

    /** Objects and arrays are marked at their beginning: their end may be far. */
    private String pattern() {
        return switch (type) {
            case OBJECT -> "\\{";
            case ARRAY -> "\\[";
            case STRING -> "\"(?:[^\"\\\\]|\\\\.)*+\"?";
            case NUMBER -> "-?[0-9][0-9.eE+-]*|NaN|-?Infinity";
            case BOOLEAN -> "true|false";
            case NULL -> "null";
        };
    }
}
