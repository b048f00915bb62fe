package org.godwit.shred;

import java.util.ArrayList;
import java.util.List;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;

/**
 * A plan made ready for tapes. Immutable and shared by all workers; {@link PlanCompiler} makes it, {@link Shredder}
 * uses it.
 */
public final class CompiledPlan {
    /** Names of the lineage columns that follow the columns of every table. */
    public static final List<String> LINEAGE = List.of("_doc", "_at", "_feed");

    final Plan source;
    final KeyTable keys;
    final DatasetMatcher matcher;
    final List<CompiledTable> tables;
    /** For each dataset its feeds, outer levels first, so that parents are made before their children. */
    final List<List<CompiledFeed>> feeds;
    final List<BatchSpec> batches;

    /**
     * The form of a batch.
     *
     * @param table the place of its table in the plan
     * @param references columns that hold the number of another row, resolved when the unit is loaded
     * @param idColumn the place of the generated id, -1 if the table has none
     * @param select what is inserted for each column of the table, as SQL over the batch; empty for all columns as they are
     */
    public record BatchSpec(
            int table, String tableName, List<String> names, List<DataType> types, List<String> select, List<Reference> references, int idColumn) {
        public BatchSpec {
            references = List.copyOf(references);
            names = List.copyOf(names);
            types = List.copyOf(types);
            select = List.copyOf(select);
        }
    }

    /** A column of a batch that holds the number of a row of a table. */
    public record Reference(int column, int table) {}

    CompiledPlan(
            Plan source, KeyTable keys, DatasetMatcher matcher, List<CompiledTable> tables, List<List<CompiledFeed>> feeds, List<BatchSpec> batches) {
        this.source = source;
        this.keys = keys;
        this.matcher = matcher;
        this.tables = List.copyOf(tables);
        this.feeds = feeds.stream().map(List::copyOf).toList();
        this.batches = List.copyOf(batches);
    }

    /**
     * Makes a plan ready.
     *
     * @param plan a plan without faults
     * @param keys the numbers of member names, the same as for the tapes
     */
    public static CompiledPlan of(Plan plan, KeyTable keys) {
        return of(plan, keys, TargetLimits.NONE);
    }

    /**
     * Makes a plan ready for a target that does not hold everything.
     *
     * @throws org.godwit.model.GodwitException TARGET_REFUSED for a constant or default of the plan that it cannot hold
     */
    public static CompiledPlan of(Plan plan, KeyTable keys, TargetLimits limits) {
        return new PlanCompiler(plan, keys, limits).compile();
    }

    public Plan plan() {
        return source;
    }

    public List<BatchSpec> batches() {
        return batches;
    }

    /** Returns the paths of a dataset where the plan says that keys are data. */
    List<List<Step>> dataKeyPaths(int dataset) {
        List<List<Step>> paths = new ArrayList<>();
        for (CompiledFeed feed : feeds.get(dataset)) {
            for (int i = 0; i < feed.rowSteps.size(); i++) {
                if (feed.rowSteps.get(i) instanceof Step.Entries) {
                    paths.add(feed.rowSteps.subList(0, i + 1));
                }
            }
        }
        return paths;
    }

    /** Returns whether rows of a table are asked for as the parent of others. */
    boolean isParent(int table) {
        return feeds.stream().flatMap(List::stream).flatMap(f -> f.cells.stream()).anyMatch(c -> c instanceof CompiledCell.Parent p && p.table() == table);
    }

    /** Returns whether a table's rows are found by key. */
    public boolean keyed(int table) {
        return tables.get(table).keyed();
    }

    public TableSpec table(int table) {
        return tables.get(table).source;
    }
}
