package org.godwit.engine.text;

import java.util.regex.Pattern;

/** Words of a command line that people copy. */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private ShellWords() {}

    /** Quotes a word so that a shell takes it as it is. */
    public static String quote(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        boolean windows = java.io.File.separatorChar == '\\';
        return windows ? '"' + word.replace("\"", "\\\"") + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
