package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Where the paths of a feed lead, seen from the document. */
public final class FeedPaths {
    private FeedPaths() {}

    /** Returns the steps from the document, without names of levels; empty for keys, positions, facts of the file and unknown levels. */
    public static Optional<List<Step>> absolute(TableSpec.Feed feed, PathExpr path) {
        Optional<List<Step>> start = switch (path.root()) {
            case DOCUMENT -> Optional.of(List.of());
            case ROW -> Optional.of(unnamed(feed.rows().steps()));
            case LEVEL -> Optional.ofNullable(Levels.of(feed.rows()).steps().get(path.name()));
            case KEY, POSITION, FILE -> Optional.empty();
        };
        return start.map(steps -> {
            List<Step> all = new ArrayList<>(steps);
            all.addAll(unnamed(path.steps()));
            return List.copyOf(all);
        });
    }

    /** Returns the steps to a named level of the rows; empty if there is none of this name. */
    public static Optional<List<Step>> level(TableSpec.Feed feed, String level) {
        return level.equals("$") ? Optional.of(List.of()) : Optional.ofNullable(Levels.of(feed.rows()).steps().get(level));
    }

    /** Returns the paths that a value reads, in its order. */
    public static List<PathExpr> reads(ValueSpec value) {
        return switch (value) {
            case ValueSpec.From from -> from.paths();
            case ValueSpec.Ref ref -> ref.on().values().stream().flatMap(from -> from.paths().stream()).toList();
            case ValueSpec.Rest rest -> List.of(rest.path());
            case ValueSpec.Sql sql -> sql.reads().values().stream().flatMap(from -> from.paths().stream()).toList();
            case ValueSpec.Const _, ValueSpec.Parent _ -> List.of();
        };
    }

    public static List<Step> unnamed(List<Step> steps) {
        return List.copyOf(Levels.unnamed(steps));
    }

    /**
     * Returns the path by which a feed names a place: from the row if it is below it, otherwise from the innermost level
     * above it, otherwise from the document. Empty if it is behind another fan, so that it would be many values.
     */
    public static Optional<PathExpr> relative(TableSpec.Feed feed, List<Step> place) {
        List<Step> wanted = unnamed(place);
        List<Step> rows = feed.rows().steps();
        for (int length = rows.size(); length >= 0; length--) {
            boolean whole = length == rows.size();
            String level = length == 0 ? "" : name(rows.get(length - 1));
            List<Step> start = unnamed(rows.subList(0, length));
            boolean usable = whole || length == 0 || !level.isEmpty();
            if (usable && wanted.size() >= length && wanted.subList(0, length).equals(start)) {
                List<Step> left = wanted.subList(length, wanted.size());
                if (left.stream().anyMatch(Step::fansOut)) {
                    return Optional.empty();
                }
                PathExpr.Root root = whole ? PathExpr.Root.ROW : length == 0 ? PathExpr.Root.DOCUMENT : PathExpr.Root.LEVEL;
                return Optional.of(new PathExpr(root, root == PathExpr.Root.LEVEL ? level : "", left));
            }
        }
        return Optional.empty();
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.Elements elements -> elements.level();
            case Step.Entries entries -> entries.level();
            case Step.Key _, Step.Index _ -> "";
        };
    }
}
