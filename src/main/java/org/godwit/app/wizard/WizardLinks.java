package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.place.EnteredPasswords;
import org.godwit.app.result.ResultLinks;

/**
 * What the wizard needs of the window around it.
 *
 * @param rows opens rows of the tables in a target
 * @param used is told of each place that was read and each plan file that was opened or saved, on any thread
 * @param recent places that were read lately, the latest first
 * @param plans the folder for plans that commands refer to; it is made when needed
 * @param ways where a result leads to
 * @param passwords that were entered here
 * @param folder where relative paths of a plan start that stands in no file, and where profiles are looked for then
 */
public record WizardLinks(
        TableOpener rows, Consumer<Path> used, ObservableList<Path> recent, Path plans, ResultLinks ways, EnteredPasswords passwords, Path folder) {
    /** Nobody has entered a password; as if everything began in the folder for plans. */
    public WizardLinks(TableOpener rows, Consumer<Path> used, ObservableList<Path> recent, Path plans, ResultLinks ways) {
        this(rows, used, recent, plans, ways, new EnteredPasswords(), plans);
    }
}
