package org.godwit.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** Reads texts. */
public final class Bundle {
    private Bundle() {}

    /**
     * Returns the texts of a file among our resources. {@link ResourceBundle#getBundle(String)} would look for it in every locale and
     * as a class first, and open every library for that, as the program starts.
     *
     * @param name such as {@code i18n/messages.properties}
     * @throws MissingResourceException if there is no such file
     */
    public static ResourceBundle read(String name) {
        try (InputStream file = Bundle.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new MissingResourceException("no " + name, name, "");
            }
            return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
