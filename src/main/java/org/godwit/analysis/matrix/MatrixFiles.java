package org.godwit.analysis.matrix;

import java.nio.file.Path;
import org.godwit.analysis.export.AtomicFile;
import org.godwit.analysis.export.Exports;
import org.godwit.analysis.export.PictureForm;

/** Writes a matrix as it is looked at into a file. */
public final class MatrixFiles {
    /** A form of file. */
    public enum Form {
        PNG("png"),
        SVG("svg"),
        PDF("pdf"),
        CSV("csv"),
        MARKDOWN("md"),
        HTML("html");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /** Returns how names of such files end, without the dot. */
        public String ending() {
            return ending;
        }

        public boolean isText() {
            return switch (this) {
                case PNG, SVG, PDF -> false;
                case CSV, MARKDOWN, HTML -> true;
            };
        }
    }

    private MatrixFiles() {}

    /**
     * Writes a file, replacing one that is there.
     *
     * @throws org.godwit.model.GodwitException TARGET_UNWRITABLE; a file that was there is as it was
     */
    public static void write(Arrangement look, Form form, Path file) {
        switch (form) {
            case PNG -> Exports.write(new MatrixDrawing(look), PictureForm.PNG, file);
            case SVG -> Exports.write(new MatrixDrawing(look), PictureForm.SVG, file);
            case PDF -> Exports.write(new MatrixDrawing(look), PictureForm.PDF, file);
            case CSV, MARKDOWN, HTML -> AtomicFile.write(file, text(look, form));
        }
    }

    /**
     * Returns a matrix as text.
     *
     * @throws IllegalArgumentException if the form is a picture
     */
    public static String text(Arrangement look, Form form) {
        return switch (form) {
            case CSV -> MatrixTexts.csv(look);
            case MARKDOWN -> MatrixTexts.markdown(look);
            case HTML -> MatrixPage.html(look);
            case PNG, SVG, PDF -> throw new IllegalArgumentException(form + " is no text");
        };
    }
}
