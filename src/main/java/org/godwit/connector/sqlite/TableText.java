package org.godwit.connector.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.model.TableInfo.Check;
import org.godwit.model.TableInfo.Dialect;

/** Finds conditions in the statement that made a table: SQLite keeps them nowhere else. Understands words and brackets only. */
final class TableText {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<blank>\\s+|--[^\\n]*|/\\*.*?(?:\\*/|$))"
                    + "|(?<quoted>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*])|(?<word>[\\p{L}\\p{N}_$]+)|(?<sign>.)", Pattern.DOTALL);

    private TableText() {}

    private record Token(String text, boolean quoted, int end) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }

        String name() {
            String inside = quoted ? text.substring(1, text.length() - 1) : text;
            return switch (text.charAt(0)) {
                case '"' -> inside.replace("\"\"", "\"");
                case '`' -> inside.replace("``", "`");
                case '\'' -> inside.replace("''", "'");
                default -> inside;
            };
        }
    }

    /** @param columns of the table */
    static List<Check> checks(String sql, List<String> columns) {
        List<Token> tokens = tokens(sql);
        Set<String> loose = collates(tokens) ? Set.copyOf(columns) : Set.of();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("CHECK") && tokens.get(i + 1).is("(")) {
                int close = closing(tokens, i + 1);
                boolean named = i > 1 && tokens.get(i - 2).is("CONSTRAINT");
                String expression = sql.substring(tokens.get(i + 1).end, tokens.get(close).end - (close == i + 1 ? 0 : 1));
                checks.add(new Check(named ? tokens.get(i - 1).name() : "", expression.strip(), Dialect.SQLITE, loose));
                i = close;
            }
        }
        return checks;
    }

    private static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        Matcher next = TOKEN.matcher(sql);
        while (next.find()) {
            if (next.group("blank") == null) {
                tokens.add(new Token(next.group(), next.group("quoted") != null, next.end()));
            }
        }
        return tokens;
    }

    /** Returns the place of the bracket that closes another one; the last token if none does. */
    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private static boolean collates(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("COLLATE") && !tokens.get(i + 1).name().equalsIgnoreCase("BINARY")) {
                return true;
            }
        }
        return false;
    }
}
