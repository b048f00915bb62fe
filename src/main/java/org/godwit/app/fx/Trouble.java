package org.godwit.app.fx;

import org.godwit.engine.text.Messages;
import org.godwit.model.GodwitException;

/**
 * An error in the words of the window.
 *
 * @param code such as {@code GW-1301}
 * @param message what happened, to which file or table, and what to do next
 * @param kept what is as it was, or exactly what is not
 */
public record Trouble(String code, String message, String kept) {
    /** Puts an error into words. */
    public static Trouble of(GodwitException error, String kept) {
        return new Trouble(error.code().id(), Messages.of(error), kept);
    }

    /** Returns everything as text, for a mail or an issue. */
    public String asText() {
        return code + ": " + message + System.lineSeparator() + kept;
    }
}
