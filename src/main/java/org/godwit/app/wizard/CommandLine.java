package org.godwit.app.wizard;

import java.util.List;
import java.util.Optional;
import org.godwit.app.place.NamedPlace;
import org.godwit.app.result.Commands;
import org.godwit.engine.plan.ProfileChoice;
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
        return asProposed ? Optional.of(migrate(found)) : Optional.empty();
    }

    private static String migrate(FoundModel found) {
        Optional<NamedPlace> from = found.sourcePlace();
        Optional<NamedPlace> to = found.target().place();
        List<String> locations = from.map(place -> List.of(location(place))).orElse(found.discovery().locations());
        String target = to.map(CommandLine::location).orElseGet(() -> found.target().location());
        return Commands.migrate(locations, target, found.recipeProperty().get(), found.choicesProperty().get().csv())
                + to.or(() -> from).map(place -> Commands.profile(place.profile(), place.file())).orElse("")
                + (found.target().modeProperty().get() == Plan.Mode.REPLACE ? " --replace" : "");
    }

    private static String location(NamedPlace place) {
        return ProfileChoice.PREFIX + place.name();
    }

    /** A file of an unusual name does not tell what it is to be. */
    private static boolean isTold(TargetModel target) {
        return switch (target.kindProperty().get()) {
            case PARQUET, CSV, JSON_FOLDER, SERVER -> true;
            case DUCKDB, SQLITE, JSON, NDJSON -> TargetKind.ofFile(target.textProperty().get()).equals(Optional.of(target.kindProperty().get()));
        };
    }
}
