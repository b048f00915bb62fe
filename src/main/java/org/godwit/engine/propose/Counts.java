package org.godwit.engine.propose;

import org.godwit.model.JsonType;
import org.godwit.model.PathProfile;

/** Short questions to a profile. */
final class Counts {
    private Counts() {}

    static long of(PathProfile node, JsonType type) {
        return node.types().getOrDefault(type, 0L);
    }

    static long scalars(PathProfile node) {
        return of(node, JsonType.STRING) + of(node, JsonType.NUMBER) + of(node, JsonType.BOOLEAN);
    }

    static boolean isData(PathProfile node) {
        PathProfile.KeysVerdict verdict = node.keysAreData();
        return verdict != null && verdict.data();
    }

    /** Whether all nodes are objects, but for nulls. */
    static boolean onlyObjects(PathProfile node) {
        return of(node, JsonType.OBJECT) > 0 && of(node, JsonType.ARRAY) + scalars(node) == 0;
    }

    /** Whether all nodes are arrays, but for nulls. */
    static boolean onlyArrays(PathProfile node) {
        return of(node, JsonType.ARRAY) > 0 && of(node, JsonType.OBJECT) + scalars(node) == 0;
    }

    /** Whether all nodes are numbers, but for nulls. */
    static boolean onlyNumbers(PathProfile node) {
        long numbers = of(node, JsonType.NUMBER);
        return numbers > 0 && numbers + of(node, JsonType.NULL) == node.occurrences();
    }
}
