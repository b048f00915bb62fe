package org.godwit.analysis.export;

import java.awt.Graphics2D;

/** Something that can be drawn at a size of its own. Drawing it twice gives the same picture. */
public interface Drawing {
    /** Returns the width in pixels at 96 to the inch, 1 or more. */
    int width();

    /** Returns the height in pixels at 96 to the inch, 1 or more. */
    int height();

    /**
     * Draws everything, the background too, from (0, 0) to (width, height). The graphics may be one that writes SVG or
     * PDF: texts are to be drawn as texts, with fonts of {@link Fonts}.
     */
    void draw(Graphics2D g);

    /** Returns what the picture shows, for people who do not see it; the title of SVG and PDF files. */
    default String title() {
        return "";
    }
}
