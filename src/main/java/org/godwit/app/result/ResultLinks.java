package org.godwit.app.result;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.godwit.app.fx.Tracing;
import org.godwit.model.Plan;

/**
 * Where a result leads to.
 *
 * @param explore shows the tables of a database, if there is such a screen
 * @param compatibility shows which models work on which hardware, if there is such a screen
 * @param copy begins to migrate a target that no screen looks into to DuckDB, if there is such a screen
 * @param tracing says where a value is from
 */
public record ResultLinks(Optional<Consumer<Path>> explore, Optional<Consumer<Path>> compatibility, Optional<Consumer<Plan.Target>> copy, Tracing tracing) {
    /** Leads nowhere. */
    public static final ResultLinks NONE = new ResultLinks(Optional.empty(), Optional.empty(), Optional.empty(), origin -> {});
}
