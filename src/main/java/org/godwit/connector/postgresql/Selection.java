package org.godwit.connector.postgresql;

import java.util.List;
import java.util.regex.Pattern;

/** Which tables of a source are wanted: names or globs; without any, those of the usual schema. Pure. */
final class Selection {
    private final List<String> names;
    private final List<Pattern> globs;

    Selection(List<String> include) {
        names = List.copyOf(include);
        globs = include.stream().map(Selection::pattern).toList();
    }

    /**
     * @param usual whether it is in the usual schema
     * @param name with the schema in front if it is not
     */
    boolean takes(boolean usual, String name) {
        if (names.isEmpty()) {
            return usual;
        }
        return names.contains(name) || globs.stream().anyMatch(glob -> glob.matcher(name).matches());
    }

    // A star alone means the usual schema: the dot of another schema must be written.
    private static Pattern pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        String any = glob.contains(".") ? "." : "[^.]";
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> pattern.append(any).append('*');
                case '?' -> pattern.append(any);
                default -> pattern.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
