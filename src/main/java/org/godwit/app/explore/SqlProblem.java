package org.godwit.app.explore;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What DuckDB says is wrong with a statement.
 *
 * @param message in its words, without the picture of the line
 * @param start the first character that is meant, -1 if none is named
 */
public record SqlProblem(String message, int start) {
    private static final Pattern PICTURE = Pattern.compile("\\R+LINE (\\d+): (.*)\\R( *)\\^.*", Pattern.DOTALL);

    static SqlProblem of(String sql, String message) {
        Matcher picture = PICTURE.matcher(message);
        if (!picture.find()) {
            return new SqlProblem(message.strip(), -1);
        }
        String shown = picture.group(2);
        int caret = picture.group(3).length() - "LINE : ".length() - picture.group(1).length();
        return new SqlProblem(message.substring(0, picture.start()).strip(), start(sql, Integer.parseInt(picture.group(1)), shown, caret));
    }

    /** DuckDB shows only a part of a long line, with dots where it goes on. */
    private static int start(String sql, int line, String shown, int caret) {
        List<String> lines = sql.lines().toList();
        if (line < 1 || line > lines.size() || caret < 0) {
            return -1;
        }
        int before = 0;
        for (int i = 0; i < line - 1; i++) {
            before = sql.indexOf('\n', before) + 1;
        }
        String text = lines.get(line - 1);
        int dots = shown.startsWith("...") ? 3 : 0;
        String part = shown.substring(dots).replaceFirst("\\.\\.\\.$", "");
        int at = dots == 0 ? 0 : Math.max(0, text.indexOf(part));
        return Math.min(sql.length(), before + at + Math.max(0, caret - dots));
    }

    /** Returns the line of the place, from 1. */
    int line(String sql) {
        return (int) sql.substring(0, Math.clamp(start, 0, sql.length())).chars().filter(c -> c == '\n').count() + 1;
    }

    /** Returns the column of the place, from 1. */
    int column(String sql) {
        int at = Math.clamp(start, 0, sql.length());
        return at - (at == 0 ? -1 : sql.lastIndexOf('\n', at - 1));
    }
}
