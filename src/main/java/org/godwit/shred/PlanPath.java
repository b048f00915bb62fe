package org.godwit.shred;

import java.util.List;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;

/**
 * A path of a plan made ready for tapes: which level it starts at and the steps from there. Levels of a feed: 0 is the
 * document, then one for each fanning step, and last the row itself.
 */
final class PlanPath {
    /** What a path gives. */
    enum Gives {
        NODE,
        KEY,
        POSITION,
        FILE
    }

    final PathExpr source;
    final Gives gives;
    /** The level, or 0 for FILE. */
    final int level;
    final List<Step> steps;
    private final int[] keyIds;

    PlanPath(PathExpr source, Gives gives, int level, KeyTable keys) {
        this.source = source;
        this.gives = gives;
        this.level = level;
        this.steps = source.steps();
        this.keyIds = keyIds(steps, keys);
    }

    private static int[] keyIds(List<Step> steps, KeyTable keys) {
        return steps.stream().mapToInt(step -> step instanceof Step.Key key ? keys.id(key.name()) : JsonTape.NO_KEY).toArray();
    }

    /** Returns the node below this one at the end of the steps, or -1. */
    int find(JsonTape tape, int from) {
        int node = from;
        for (int i = 0; i < keyIds.length && node >= 0; i++) {
            node = keyIds[i] >= 0 ? tape.member(node, keyIds[i], "") : step(tape, node, steps.get(i), keyIds[i]);
        }
        return node;
    }

    static int step(JsonTape tape, int node, Step step, int keyId) {
        if (step instanceof Step.Key key) {
            return tape.member(node, keyId, key.name());
        }
        if (step instanceof Step.Index index) {
            return tape.element(node, index.position());
        }
        throw new IllegalStateException("a value's path does not fan out: " + step);
    }
}
