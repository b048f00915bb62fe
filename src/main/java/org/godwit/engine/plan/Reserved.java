package org.godwit.engine.plan;

import java.util.List;
import java.util.Locale;

/** Names that Godwit keeps for itself in targets. */
final class Reserved {
    /** What the names of Godwit's own tables start with. */
    static final String PREFIX = "_godwit";
    private static final List<String> LINEAGE = List.of("_doc", "_at", "_feed");

    private Reserved() {}

    static boolean isColumn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(PREFIX) || LINEAGE.contains(lower);
    }

    static String names() {
        return PREFIX + "…, " + String.join(", ", LINEAGE);
    }
}
