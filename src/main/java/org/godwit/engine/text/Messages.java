package org.godwit.engine.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.godwit.model.GodwitException;

/**
 * The texts that people read, from {@code i18n/messages.properties}. Thread-safe.
 *
 * <p>Every text is a {@link MessageFormat} pattern: an apostrophe is written twice, and a number that is not a count
 * (a line, a year) as <code>{1,number,#}</code>.
 */
public final class Messages {
    private static final ResourceBundle BUNDLE = Texts.read("messages");

    private Messages() {}

    /**
     * Returns a text with its places filled.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String get(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }

    /** Returns whether there is a text with this key. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /** Returns what an error says to people, without its code: what happened, what was kept, what to do next. */
    public static String of(GodwitException error) {
        String cause = cause(error);
        String next = next(error);
        if (next.isEmpty()) {
            return cause;
        }
        // Words of a database stand at the end of some, and end as they like.
        boolean ends = cause.endsWith(".") || cause.endsWith("?") || cause.endsWith("!");
        return cause.contains("\n") ? cause + "\n" + next : cause + (ends ? " " : ". ") + next;
    }

    /** Returns what happened, to what, and what was kept. */
    public static String cause(GodwitException error) {
        return get(error.code().messageKey(), error.arguments().toArray());
    }

    /** Returns what happened in a few words, without the facts of this one time. */
    public static String title(GodwitException error) {
        String key = error.code().messageKey() + ".title";
        return get(has(key) ? key : "error.title");
    }

    /** Returns what to do next; empty if the cause says it already. */
    public static String next(GodwitException error) {
        String key = error.code().messageKey() + ".next";
        return has(key) ? get(key, error.arguments().toArray()) : "";
    }

    /** Returns what an error says to people, with its code in front: {@code GW-1203: …}. */
    public static String withCode(GodwitException error) {
        return error.code().id() + ": " + of(error);
    }
}
