package org.godwit.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Chooses tables by name: {@code *} stands for any characters, {@code ?} for one, everything else for itself; a name
 * that is the same is chosen whatever characters it has. Immutable.
 */
public final class NameGlob {
    private final List<String> names;
    private final List<Pattern> patterns;

    private NameGlob(List<String> names) {
        this.names = List.copyOf(names);
        this.patterns = names.stream().map(NameGlob::pattern).toList();
    }

    /** Chooses what one of the patterns matches; everything if there is none. */
    public static NameGlob any(List<String> patterns) {
        return new NameGlob(patterns);
    }

    /** Chooses what a pattern matches. */
    public static NameGlob of(String pattern) {
        return new NameGlob(List.of(pattern));
    }

    /** Returns whether a text stands for more than itself. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    public boolean matches(String name) {
        return names.isEmpty() || names.contains(name) || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*' || c == '?') {
                regex.append(quoted(plain)).append(c == '*' ? ".*" : ".");
            } else {
                plain.append(c);
            }
        }
        return Pattern.compile(regex.append(quoted(plain)).toString(), Pattern.DOTALL);
    }

    private static String quoted(StringBuilder plain) {
        String text = plain.isEmpty() ? "" : Pattern.quote(plain.toString());
        plain.setLength(0);
        return text;
    }
}
