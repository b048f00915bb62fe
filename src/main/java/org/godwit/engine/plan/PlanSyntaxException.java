package org.godwit.engine.plan;

/** A path or condition that cannot be read. */
public final class PlanSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final int position;
    private final String expected;

    PlanSyntaxException(String text, int position, String expected) {
        super(expected + " at character " + position + " of " + text);
        this.text = text;
        this.position = position;
        this.expected = expected;
    }

    /** Returns the whole text. */
    public String text() {
        return text;
    }

    /** Returns the place of the first character that does not fit, from 1. */
    public int position() {
        return position;
    }

    /** Returns what belongs at that place. */
    public String expected() {
        return expected;
    }
}
