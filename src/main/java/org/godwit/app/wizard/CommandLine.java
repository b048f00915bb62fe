package org.godwit.app.wizard;

import java.util.Optional;
import org.godwit.app.result.Commands;
import org.godwit.model.Plan;

/** The exact command line that does what the window does. */
final class CommandLine {
    private CommandLine() {}

    /** Returns the command for what was found, if a plan as proposed or opened is carried out; empty if it needs a plan file. */
    static Optional<String> of(FoundModel found) {
        Discovery discovery = found.discovery();
        if (discovery.plan().isPresent()) {
            boolean same = discovery.target().equals(found.target().target());
            return same ? discovery.plan().get().file().map(Commands::run) : Optional.empty();
        }
        boolean asProposed = !found.isDecided() && isTold(found.target());
        return asProposed
                ? Optional.of(Commands.migrate(discovery.locations(), found.target().location(), found.recipeProperty().get(), found.choicesProperty().get().csv())
                        + (found.target().modeProperty().get() == Plan.Mode.REPLACE ? " --replace" : ""))
                : Optional.empty();
    }

    /** A file of an unusual name does not tell what it is to be. */
    private static boolean isTold(TargetModel target) {
        return switch (target.kindProperty().get()) {
            case PARQUET, CSV, JSON_FOLDER, SERVER -> true;
            case DUCKDB, SQLITE, JSON, NDJSON -> TargetKind.ofFile(target.textProperty().get()).equals(Optional.of(target.kindProperty().get()));
        };
    }
}
