package org.godwit.connector.sqlite;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of tables and globs over them: {@code *} stands for any letters, {@code ?} for one. */
final class TableNames {
    private TableNames() {}

    /** Returns whether a name is meant; an empty list means all. */
    static Predicate<String> matching(List<String> include) {
        if (include.isEmpty()) {
            return name -> true;
        }
        List<Pattern> patterns = include.stream().map(TableNames::pattern).toList();
        return name -> include.contains(name) || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        glob.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
