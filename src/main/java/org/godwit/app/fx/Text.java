package org.godwit.app.fx;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.godwit.engine.text.Texts;

/**
 * The texts of the window, from {@code i18n/app.properties}. Every text is a {@link MessageFormat} pattern, so an
 * apostrophe is written twice. An underscore in the text of a control stands before its mnemonic. Thread-safe.
 */
public final class Text {
    private static final ResourceBundle BUNDLE = Texts.read("app");

    private Text() {}

    /**
     * Returns a text with its places filled.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String of(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        // Most texts have no places: reading them as patterns would cost the start of the window some hundredths of a second.
        return arguments.length == 0 && pattern.indexOf('{') < 0 ? pattern.replace("''", "'") : new MessageFormat(pattern).format(arguments);
    }

    /** Returns a control's text without the mark of its mnemonic, as a screen reader says it. */
    public static String spoken(String text) {
        return text.replace("_", "");
    }
}
