package org.godwit.analysis.export;

/** A form of file for a picture. */
public enum PictureForm {
    /** Pixels. */
    PNG("png"),
    /** Shapes and texts, for web pages and drawing programs. */
    SVG("svg"),
    /** Shapes and texts, for paper. */
    PDF("pdf");

    private final String ending;

    PictureForm(String ending) {
        this.ending = ending;
    }

    /** Returns how names of such files end, without the dot. */
    public String ending() {
        return ending;
    }
}
