package org.godwit.app.fx;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.godwit.engine.text.Messages;
import org.godwit.model.GodwitException;

/**
 * An error in the words of the window.
 *
 * @param code such as {@code GW-1301}
 * @param title what happened in a few words, never the text of an exception
 * @param message what happened, to which file or table
 * @param next what to do next; empty if the message says it
 * @param kept what is as it was, or exactly what is not
 */
public record Trouble(String code, String title, String message, String next, String kept) {
    /** Puts an error into words. */
    public static Trouble of(GodwitException error, String kept) {
        return new Trouble(error.code().id(), Messages.title(error), Messages.cause(error), Messages.next(error), kept);
    }

    /** Returns everything as text, for a mail or an issue. */
    public String asText() {
        return Stream.of(code + ": " + title, message, next, kept)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
