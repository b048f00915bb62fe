package org.godwit.app.explore;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.godwit.analysis.explore.ExportFormat;
import org.godwit.analysis.explore.Explorer;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Trouble;
import org.godwit.duck.QueryLimits;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;

/** Writes rows to files. Only for the FX thread. */
final class Exports {
    private final Explorer explorer;
    private final Kit kit;
    private final Consumer<String> notice;

    /**
     * @param notice takes a word about how it went
     */
    Exports(Explorer explorer, Kit kit, Consumer<String> notice) {
        this.explorer = explorer;
        this.kit = kit;
        this.notice = notice;
    }

    /** Asks for a file beside the database, and writes all rows of a query there. */
    void ask(Path database, String sql, String name, ExportFormat format, QueryLimits limits) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
        Path suggestion = database.toAbsolutePath().resolveSibling(safe + "." + format.ending());
        kit.desk().chooseTarget(Text.of("app.explore.export.title"), suggestion).ifPresent(file -> kit.tasks()
                .start(Text.of("app.explore.exporting", file.getFileName()),
                        context -> explorer.export(database, sql, file, format, limits, context::isCancelled))
                .then(outcome -> notice.accept(words(file, outcome))));
    }

    private static String words(Path file, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<Long>(Long rows) -> Text.of("app.explore.exported", rows, file);
            case Outcome.Failed<Long>(GodwitException error) -> Trouble.of(error, "").message();
            case Outcome.Cancelled<Long>() -> Text.of("app.explore.export.stopped");
        };
    }
}
