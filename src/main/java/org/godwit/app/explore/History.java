package org.godwit.app.explore;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.godwit.app.fx.Settings;

/** Statements that were run, newest first, kept in the workspace; none that looks as if it held a secret. */
final class History {
    private static final String KEY = "explore.sql.history";
    private static final int MOST = 40;
    private static final int LONGEST = 4000;
    private static final Pattern SECRET = Pattern.compile("password|passwd|secret|token|api_?key|credential", Pattern.CASE_INSENSITIVE);

    private final Settings settings;

    History(Settings settings) {
        this.settings = settings;
    }

    List<String> all() {
        return settings.get(KEY, "").lines().filter(line -> !line.isBlank()).map(line -> URLDecoder.decode(line, StandardCharsets.UTF_8)).toList();
    }

    void add(String sql) {
        String text = sql.strip();
        if (text.isEmpty() || text.length() > LONGEST || SECRET.matcher(text).find()) {
            return;
        }
        List<String> lines = new ArrayList<>(all());
        lines.remove(text);
        lines.addFirst(text);
        settings.put(KEY, lines.stream().limit(MOST).map(line -> URLEncoder.encode(line, StandardCharsets.UTF_8)).collect(Collectors.joining("\n")));
    }
}
