package org.godwit.engine.coverage;

import java.util.IdentityHashMap;
import java.util.List;
import org.godwit.engine.plan.FeedPaths;
import org.godwit.model.DataType;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** What the feeds of a plan say of each path of a dataset. Used while a coverage is made. */
final class Marks {
    private static final Mark NOTHING = new Mark();

    private final PathProfile root;
    private final IdentityHashMap<PathProfile, Mark> marks = new IdentityHashMap<>();

    /** What is said of one path. */
    static final class Mark {
        /** Own values that columns can bring back. */
        long stored;
        /** Own values that a column cannot hold. */
        long rejected;
        /** Whether a column holds everything below. */
        boolean whole;
        /** Whether a column that cannot hold containers is filled from here. */
        boolean rejectsContainers;
        /** Whether a column takes what is left below. */
        boolean rest;
        /** Whether a condition leaves out rows that start here. */
        boolean skipped;
        /** Whether a column takes something of it. */
        boolean taken;
        boolean exact = true;
    }

    Marks(PathProfile root) {
        this.root = root;
    }

    Mark at(PathProfile node) {
        return marks.getOrDefault(node, NOTHING);
    }

    private Mark mark(PathProfile node) {
        return marks.computeIfAbsent(node, _ -> new Mark());
    }

    /** Returns how many values are at a path itself. */
    static long leaves(PathProfile node) {
        return Fit.count(node, JsonType.STRING) + Fit.count(node, JsonType.NUMBER) + Fit.count(node, JsonType.BOOLEAN)
                + Fit.count(node, JsonType.NULL) + node.emptyContainers();
    }

    void add(Uses.Use use) {
        TableSpec.Feed feed = use.feed();
        if (feed.when() != null) {
            nodes(feed.rows().steps()).forEach(row -> {
                mark(row).skipped = true;
                mark(row).exact = false;
            });
        }
        for (TableSpec.Column column : use.columns()) {
            ValueSpec value = feed.set().get(column.name());
            if (value instanceof ValueSpec.From from && !column.generateId()) {
                from(use, column, from);
            } else if (value instanceof ValueSpec.Rest rest && !use.keyed()) {
                FeedPaths.absolute(feed, rest.path()).ifPresent(steps -> nodes(steps).forEach(node -> mark(node).rest = true));
            }
        }
    }

    private void from(Uses.Use use, TableSpec.Column column, ValueSpec.From from) {
        List<Step> steps = FeedPaths.absolute(use.feed(), from.paths().getFirst()).orElse(null);
        boolean json = column.type().kind() == DataType.Kind.JSON;
        if (steps == null || (json && use.keyed())) {
            return;
        }
        boolean sure = use.feed().when() == null
                && !use.keyed()
                && from.defaultValue() == null
                && from.paths().getFirst().root() == PathExpr.Root.ROW
                && steps.stream().noneMatch(Step.Index.class::isInstance);
        for (PathProfile node : nodes(steps)) {
            Mark mark = mark(node);
            Fit fit = Fit.of(node, column.type(), from.transforms());
            long nulls = from.nullMeans() == ValueSpec.NullMeans.NULL ? Fit.count(node, JsonType.NULL) : 0;
            mark.stored = Math.max(mark.stored, fit.stored() + nulls);
            mark.rejected = Math.max(mark.rejected, fit.rejected());
            mark.whole |= json && from.transforms().isEmpty();
            mark.rejectsContainers |= !json && column.type().kind() != DataType.Kind.VARCHAR && from.transforms().isEmpty();
            mark.taken |= fit.stored() > 0 || mark.whole;
            boolean complete = !column.required() || node.occurrences() == node.parents();
            mark.exact &= sure && fit.exact() && complete;
        }
    }

    /** Returns whether an array below a rest column has parts in other columns: then it is not kept there. */
    boolean splitsArray(PathProfile node) {
        boolean array = node.children().stream().anyMatch(child -> child.step() instanceof Step.Elements);
        return array && isTakenBelow(node);
    }

    private boolean isTakenBelow(PathProfile node) {
        return node.children().stream().anyMatch(child -> at(child).taken || isTakenBelow(child));
    }

    /** Returns the nodes at these steps from the document: entries lead to every member. */
    private List<PathProfile> nodes(List<Step> steps) {
        List<PathProfile> at = List.of(root);
        for (Step step : steps) {
            at = at.stream().flatMap(node -> below(node, step).stream()).toList();
        }
        return at;
    }

    /** Returns the nodes to which a step leads. */
    static List<PathProfile> below(PathProfile node, Step step) {
        return node.children().stream().filter(child -> leads(step, child.step(), node)).toList();
    }

    private static boolean leads(Step step, Step child, PathProfile parent) {
        return switch (step) {
            case Step.Key key -> child.equals(step) || (child instanceof Step.Entries && none(parent, key));
            case Step.Index _, Step.Elements _ -> child instanceof Step.Elements;
            case Step.Entries _ -> child instanceof Step.Entries || child instanceof Step.Key;
        };
    }

    private static boolean none(PathProfile parent, Step.@Nullable Key key) {
        return parent.children().stream().noneMatch(child -> child.step().equals(key));
    }
}
