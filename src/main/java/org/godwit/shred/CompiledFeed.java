package org.godwit.shred;

import java.util.List;
import java.util.Map;
import org.godwit.model.Condition;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.jspecify.annotations.Nullable;

/** A feed made ready: how its rows are found and what fills each column of its batch. Immutable; shared by all workers. */
final class CompiledFeed {
    final CompiledTable table;
    /** The feed's place in its table: what {@code _feed} says. */
    final int index;
    final TableSpec.Feed source;
    final List<Step> rowSteps;
    final int[] rowKeyIds;
    /** How many levels there are, the row's own included. */
    final int levels;
    final @Nullable Condition when;
    final Map<org.godwit.model.PathExpr, PlanPath> whenPaths;
    final List<CompiledCell> cells;
    /** The batch its rows go to. */
    final int batch;

    CompiledFeed(
            CompiledTable table,
            int index,
            TableSpec.Feed source,
            FeedLevels levels,
            Map<org.godwit.model.PathExpr, PlanPath> whenPaths,
            List<CompiledCell> cells,
            int batch,
            KeyTable keys) {
        this.table = table;
        this.index = index;
        this.source = source;
        this.rowSteps = source.rows().steps();
        this.rowKeyIds = rowSteps.stream().mapToInt(s -> s instanceof Step.Key k ? keys.id(k.name()) : JsonTape.NO_KEY).toArray();
        this.levels = levels.count();
        this.when = source.when();
        this.whenPaths = Map.copyOf(whenPaths);
        this.cells = List.copyOf(cells);
        this.batch = batch;
    }
}
