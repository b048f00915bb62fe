package org.godwit.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** Reads the files that texts are in. */
public final class Texts {
    private Texts() {}

    /**
     * Returns the texts of a file of ours. {@link ResourceBundle#getBundle(String)} would look for it in every locale, and for a
     * class, and open every library for that.
     *
     * @param name such as {@code messages}, for {@code i18n/messages.properties}
     */
    public static ResourceBundle read(String name) {
        try (InputStream file = Objects.requireNonNull(Texts.class.getResourceAsStream("/i18n/" + name + ".properties"))) {
            return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
