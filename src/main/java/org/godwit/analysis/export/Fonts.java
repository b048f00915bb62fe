package org.godwit.analysis.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The letters of pictures: Liberation Sans, which is shipped and so looks the same on every machine and in every form.
 * A text with letters that it lacks gets the system's own sans-serif, which asks all other fonts; in a PDF such a text
 * is made of outlines. There is no bold cut: set sizes apart instead. Thread-safe.
 */
public final class Fonts {
    /** The name of the shipped family. */
    static final String FAMILY = "Liberation Sans";

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Fonts() {}

    /** Returns a font for a text that has only usual letters (Latin, Greek, Cyrillic), such as a number. */
    public static Font plain(float size) {
        return Shipped.FONT.deriveFont(size);
    }

    /**
     * Returns a font that has every letter of a text, as far as any font of this machine has it.
     *
     * @param size in pixels
     */
    public static Font of(String text, float size) {
        return has(text) ? plain(size) : new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
    }

    /** Returns whether the shipped font has every letter of a text. */
    static boolean has(String text) {
        return Shipped.FONT.canDisplayUpTo(text) < 0;
    }

    static boolean isShipped(Font font) {
        return font.getFamily().equals(FAMILY) && font.isPlain();
    }

    /** Opens the file of the shipped font (TrueType), for other toolkits. */
    public static InputStream open() {
        return Objects.requireNonNull(org.apache.pdfbox.pdmodel.font.PDFont.class.getResourceAsStream(RESOURCE), RESOURCE);
    }

    /** Loaded at the first need. */
    private static final class Shipped {
        static final Font FONT = load();

        private static Font load() {
            try (InputStream file = open()) {
                return Font.createFont(Font.TRUETYPE_FONT, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
