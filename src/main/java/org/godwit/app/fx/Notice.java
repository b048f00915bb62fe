package org.godwit.app.fx;

/**
 * Something the window tells that nobody waited for.
 *
 * @param title what happened, in a few words
 * @param text what there is to know; may be empty
 * @param show leads to where more is to be seen
 */
public record Notice(Kind kind, String title, String text, long millis, Runnable show) {
    /** How it ended. */
    public enum Kind {
        DONE,
        FAILED,
        CANCELLED
    }
}
