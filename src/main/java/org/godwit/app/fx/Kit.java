package org.godwit.app.fx;

import java.util.function.Function;
import org.godwit.model.GodwitException;

/**
 * What every screen works with.
 *
 * @param words puts an error into words, without its code
 */
public record Kit(FxTasks tasks, Desk desk, Function<GodwitException, String> words) {
    /**
     * Puts an error into words.
     *
     * @param kept what is as it was
     */
    public Trouble trouble(GodwitException error, String kept) {
        return Trouble.of(error, words, kept);
    }
}
