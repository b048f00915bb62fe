package org.godwit.connector.spi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A pattern of file names with {@code /} between folders: {@code *} and {@code ?} within a name, {@code **} across
 * folders (any number, also none), {@code [a-c]}, {@code [!a]}, <code>{a,b}</code>, backslash before a character to mean it.
 */
public final class Glob {
    private final Pattern pattern;
    private final boolean acrossFolders;
    private final int folders;

    public Glob(String glob) {
        this.pattern = Pattern.compile(regex(glob), Pattern.DOTALL);
        this.acrossFolders = glob.contains("**");
        this.folders = (int) glob.chars().filter(c -> c == '/').count();
    }

    /**
     * Where a glob is looked for.
     *
     * @param base the folder that its first part names, which no pattern is in
     * @param glob of names below it
     */
    public record Below(Path base, Glob glob) {
        /** Returns how many folders deep to look, as {@link java.nio.file.Files#walkFileTree} counts. */
        public int depth() {
            return glob.acrossFolders ? Integer.MAX_VALUE : glob.folders + 1;
        }
    }

    /** Takes the path of a glob apart. */
    public static Below below(Path location) {
        Path base = location.getRoot() == null ? Path.of("") : location.getRoot();
        int names = location.getNameCount();
        int literal = 0;
        // A folder may be called like a pattern.
        while (literal < names - 1 && (!isGlob(location.getName(literal).toString()) || Files.isDirectory(base.resolve(location.getName(literal))))) {
            base = base.resolve(location.getName(literal++));
        }
        return new Below(base, new Glob(slashed(location.subpath(literal, names))));
    }

    /** Returns a relative path with {@code /} between names. */
    public static String slashed(Path path) {
        String separator = path.getFileSystem().getSeparator();
        return separator.equals("/") ? path.toString() : path.toString().replace(separator, "/");
    }

    public static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    private static String regex(String glob) {
        StringBuilder out = new StringBuilder();
        int alternatives = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> {
                    if (!glob.startsWith("**", i)) {
                        out.append("[^/]*");
                    } else if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
                        out.append("(?:.*/)?");
                        i += 2;
                    } else {
                        out.append(".*");
                        i++;
                    }
                }
                case '?' -> out.append("[^/]");
                case '[' -> i = characterClass(glob, i, out);
                case '{' -> {
                    alternatives++;
                    out.append("(?:");
                }
                case '}' -> out.append(alternatives-- > 0 ? ")" : "\\}");
                case ',' -> out.append(alternatives > 0 ? "|" : ",");
                case '\\' -> {
                    i = Math.min(i + 1, glob.length() - 1);
                    out.append(Pattern.quote(glob.substring(i, i + 1)));
                }
                default -> out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return out.append(")".repeat(Math.max(0, alternatives))).toString();
    }

    /** Appends the class that begins here and returns the index of its last character. */
    private static int characterClass(String glob, int start, StringBuilder out) {
        int close = glob.indexOf(']', start + 2);
        if (close < 0) {
            out.append("\\[");
            return start;
        }
        String body = glob.substring(start + 1, close);
        boolean negated = body.startsWith("!") || body.startsWith("^");
        out.append("(?!/)[").append(negated ? "^" : "");
        for (char c : body.substring(negated ? 1 : 0).toCharArray()) {
            out.append(c == '-' || Character.isLetterOrDigit(c) ? "" : "\\").append(c);
        }
        out.append(']');
        return close;
    }
}
