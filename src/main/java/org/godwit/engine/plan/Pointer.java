package org.godwit.engine.plan;

/**
 * A JSON pointer (RFC 6901) while it is being built.
 *
 * @param text the pointer, empty for the whole text
 */
record Pointer(String text) {
    static final Pointer ROOT = new Pointer("");

    Pointer to(String key) {
        return new Pointer(text + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    Pointer to(int position) {
        return new Pointer(text + "/" + position);
    }

    /** Returns whether one of the two pointers stands at or below the other. */
    static boolean related(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }

    @Override
    public String toString() {
        return text;
    }
}
