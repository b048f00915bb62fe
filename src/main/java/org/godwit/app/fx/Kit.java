package org.godwit.app.fx;

import org.godwit.model.GodwitException;

/** What every screen works with. */
public record Kit(FxTasks tasks, Desk desk, Notices notices) {
    /** Its notices are shown nowhere; for tests of one screen. */
    public Kit(FxTasks tasks, Desk desk) {
        this(tasks, desk, new Notices());
    }

    /**
     * Puts an error into words.
     *
     * @param kept what is as it was
     */
    public Trouble trouble(GodwitException error, String kept) {
        return Trouble.of(error, kept);
    }
}
