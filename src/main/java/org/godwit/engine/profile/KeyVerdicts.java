package org.godwit.engine.profile;

import java.util.List;
import org.godwit.model.PathProfile.KeysVerdict;

/** Decides whether the keys of an object are data (a map keyed by name) or the names of fields. */
final class KeyVerdicts {
    private static final int FEW = 3;
    private static final int ENOUGH = 5;
    private static final int MANY = 8;
    private static final int VERY_MANY = 50;
    private static final double MOSTLY = 0.8;

    private final List<Node> children;
    private final int names;
    private final long objects;
    private final double perObject;
    private final double nameShare;

    private KeyVerdicts(Node node) {
        children = node.childList();
        names = children.size();
        objects = node.types[Node.OBJECT];
        perObject = (double) node.members / Math.max(1, objects);
        nameShare = names == 0 ? 0 : (double) children.stream().filter(c -> Words.isNameOfThing(c.name)).count() / names;
    }

    /** Judges an object node whose names are still known. */
    static KeysVerdict judge(Node node) {
        return new KeyVerdicts(node).verdict();
    }

    private KeysVerdict verdict() {
        if (names == 0) {
            return new KeysVerdict(false, false, "always empty");
        }
        if (children.stream().allMatch(c -> Words.isNumber(c.name))) {
            return data(false, "all keys are numbers");
        }
        if (Shapes.alike(children)) {
            return ofObjects();
        }
        return haveOneKind() ? ofOneKind() : ofManyKinds();
    }

    private static KeysVerdict data(boolean doubtful, String reason) {
        return new KeysVerdict(true, doubtful, reason);
    }

    private static KeysVerdict fields(boolean doubtful, String reason) {
        return new KeysVerdict(false, doubtful, reason);
    }

    private KeysVerdict ofObjects() {
        if (names >= FEW) {
            boolean stable = perObject * 10 >= names * 9 && objects >= FEW;
            boolean doubtful = names < ENOUGH && nameShare < 0.5 && stable;
            return data(doubtful, names + " different keys whose values are objects of one shape");
        }
        if (nameShare == 1) {
            return data(true, "the keys look like names of things, but there are only " + names);
        }
        return names == 1
                ? fields(false, "one key that looks like the name of a field")
                : fields(true, "two keys whose values are objects of one shape: names of things or of fields");
    }

    private boolean haveOneKind() {
        int kinds = 0;
        int types = 0;
        for (Node child : children) {
            kinds |= Shapes.kinds(child);
            for (int type = 0; type < Node.NULL; type++) {
                types |= child.types[type] > 0 ? 1 << type : 0;
            }
        }
        return Integer.bitCount(kinds) <= 1 && Integer.bitCount(types) == 1 && (kinds & Shapes.OBJECT) == 0;
    }

    private boolean isSparse() {
        return perObject * FEW <= names;
    }

    private KeysVerdict ofOneKind() {
        if (nameShare > 0.5) {
            return data(names < FEW, "the keys look like names of things and the values are of one type");
        }
        if (names >= MANY && isSparse()) {
            return data(names < 2 * MANY, "%d different keys, but only %.1f in an object, with values of one type".formatted(names, perObject));
        }
        return fields(false, "values of one type, but the keys look like names of fields");
    }

    private KeysVerdict ofManyKinds() {
        if (nameShare >= MOSTLY && names >= FEW) {
            return data(true, "the keys look like names of things, but the values are of several kinds");
        }
        if (names >= VERY_MANY && isSparse()) {
            return data(true, "%d different keys, but only %.1f in an object".formatted(names, perObject));
        }
        return fields(false, "values of several kinds");
    }
}
