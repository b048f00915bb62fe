package org.godwit.shred;

import java.util.ArrayList;
import java.util.List;
import org.godwit.model.DataType;
import org.godwit.model.DateForm;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/**
 * A column that restores a leaf, or a whole subtree if it is JSON.
 *
 * @param column its place in the table
 * @param level the level where {@code steps} start
 * @param keyHashes of the steps that are keys
 * @param defaultText the value that stands for nothing, null if there is none
 * @param nullSpeaks whether NULL says that there is a JSON null
 * @param form how moments are written back
 */
record RestoringCell(
        int column, DataType type, int level, List<Step> steps, List<Long> keyHashes, @Nullable String defaultText, boolean nullSpeaks, DateForm form) {
    /**
     * Returns whether a column can restore. JSON in a keyed table cannot: rows of one key are merged, and what a kept
     * subtree says would be said of every document that was merged into its row.
     */
    static boolean canRestore(TableSpec table, TableSpec.Column column) {
        return table.key().isEmpty() || column.type().kind() != DataType.Kind.JSON;
    }

    /** Returns the restoring columns of a feed. */
    static List<RestoringCell> of(TableSpec table, TableSpec.Feed feed, FeedLevels levels) {
        List<RestoringCell> cells = new ArrayList<>();
        KeyTable none = new KeyTable();
        for (int i = 0; i < table.columns().size(); i++) {
            TableSpec.Column column = table.columns().get(i);
            ValueSpec value = canRestore(table, column) ? feed.set().get(column.name()) : null;
            if (value instanceof ValueSpec.From from && !column.generateId()) {
                PlanPath path = levels.compile(from.paths().get(0), none);
                Transforms.Chain chain = Transforms.chain(from.transforms(), false);
                if (path.gives == PlanPath.Gives.NODE && chain.isEmpty()) {
                    cells.add(of(i, column.type(), path, from, chain));
                }
            } else if (value instanceof ValueSpec.Rest rest) {
                ValueSpec.From from = ValueSpec.From.path(rest.path());
                cells.add(of(i, DataType.JSON, levels.compile(rest.path(), none), from, Transforms.chain(List.of(), false)));
            }
        }
        return List.copyOf(cells);
    }

    private static RestoringCell of(int column, DataType type, PlanPath path, ValueSpec.From from, Transforms.Chain chain) {
        DateForm form = chain.forms().isEmpty() ? DateForm.ISO : chain.forms().get(0);
        String defaultText = null;
        if (from.defaultValue() != null) {
            RowCells cells = new RowCells();
            cells.value(0, type, Transforms.constant(from.defaultValue()), chain);
            defaultText = RowMaker.cellText(cells, 0);
        }
        boolean nullSpeaks = from.nullMeans() == ValueSpec.NullMeans.NULL;
        return new RestoringCell(column, type, path.level, path.steps, hashes(path.steps), defaultText, nullSpeaks, form);
    }

    static List<Long> hashes(List<Step> steps) {
        return steps.stream().map(s -> s instanceof Step.Key key ? LeafHash.text(key.name()) : 0L).toList();
    }
}
