package org.godwit.analysis.chart.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the words of a command line as the command line does. */
final class Words {
    private Words() {}

    static Map<String, String> chosen(List<String> words) {
        Map<String, String> chosen = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).substring(2);
            int equals = word.indexOf('=');
            if (equals >= 0) {
                chosen.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                chosen.put(word, words.get(++i));
            } else {
                chosen.put(word, "true");
            }
        }
        return chosen;
    }
}
