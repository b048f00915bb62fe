package org.godwit.engine.propose;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.godwit.engine.profile.SafeNames;

/** Hands out names that are safe and, whatever their case, different. Not thread-safe. */
final class Names {
    private static final int MAX_LENGTH = 63;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Map<String, String> COLUMN_RESERVED = Map.of(
            "id", "source_id", "parent_id", "source_parent_id", "pos", "source_pos", "key", "source_key",
            "doc", "source_doc", "at", "source_at", "feed", "source_feed");

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String suffix;
    private final Map<String, String> replaced;

    private Names(String suffix, Map<String, String> replaced) {
        this.suffix = suffix;
        this.replaced = replaced;
    }

    static Names ofTables(Set<String> taken) {
        Names names = new Names("_data", Map.of());
        taken.forEach(name -> names.used.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    /** For the columns of a table that is a table already: their names stay as they are wherever they can. */
    static Names ofTable() {
        return new Names("_value", Map.of("doc", "source_doc", "at", "source_at", "feed", "source_feed"));
    }

    static Names ofColumns() {
        return new Names("_value", COLUMN_RESERVED);
    }

    /** Takes a name as it is. */
    String exactly(String name) {
        used.add(name);
        return name;
    }

    /** Returns the text itself if it is a plain name and free, otherwise a name for it. */
    String kept(String text, String otherwise) {
        boolean plain = PLAIN.matcher(text).matches() && !SafeNames.isReserved(text);
        return plain && used.add(text.toLowerCase(Locale.ROOT)) ? text : of(text, otherwise);
    }

    /** Returns a free name for a text. */
    String of(String text, String otherwise) {
        String words = SafeNames.words(text);
        String base = SafeNames.fit(replaced.getOrDefault(words, words), suffix, otherwise, MAX_LENGTH);
        String name = base;
        while (!used.add(name)) {
            int number = numbers.merge(base, 1, Integer::sum) + 1;
            name = SafeNames.shorten(base, MAX_LENGTH - 6) + "_" + number;
        }
        return name;
    }
}
