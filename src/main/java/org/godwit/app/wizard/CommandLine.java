package org.godwit.app.wizard;

import java.util.Optional;
import org.godwit.app.result.Commands;

/** The exact command line that does what the window does. */
final class CommandLine {
    private CommandLine() {}

    /** Returns the command for what was found, if a plan as proposed or opened is carried out; empty if it needs a plan file. */
    static Optional<String> of(FoundModel found) {
        Discovery discovery = found.discovery();
        if (discovery.plan().isPresent()) {
            boolean same = discovery.target().equals(found.target().path());
            return same ? discovery.plan().get().file().map(Commands::run) : Optional.empty();
        }
        boolean asProposed = found.choicesProperty().get().isEmpty();
        return asProposed
                ? Optional.of(Commands.migrate(discovery.locations(), found.target().path(), found.recipeProperty().get()))
                : Optional.empty();
    }
}
