package org.godwit.engine.plan;

import java.util.Locale;
import org.godwit.shred.CompiledPlan;

/** Names that Godwit keeps for itself in targets. */
final class Reserved {
    /** What the names of Godwit's own tables start with. */
    static final String PREFIX = "_godwit";

    private Reserved() {}

    static boolean isColumn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(PREFIX) || CompiledPlan.LINEAGE.contains(lower);
    }

    static String names() {
        return PREFIX + "…, " + String.join(", ", CompiledPlan.LINEAGE);
    }
}
