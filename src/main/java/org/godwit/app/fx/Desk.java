package org.godwit.app.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/** What the window asks of the desktop around it. Only for the FX thread; the dialogs block until answered. */
public interface Desk {
    void copy(String text);

    /** Copies a picture. */
    void copy(Image picture);

    /** Shows a folder in the file manager. */
    void open(Path folder);

    Optional<Path> chooseFolder(String title);

    /** Returns the chosen files, empty if the person thought better of it. */
    List<Path> chooseFiles(String title);

    /**
     * Asks where to write.
     *
     * @param suggestion folder and name to start with
     */
    Optional<Path> chooseTarget(String title, Path suggestion);
}
