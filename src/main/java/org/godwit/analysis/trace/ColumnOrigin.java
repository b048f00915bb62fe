package org.godwit.analysis.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.godwit.model.PathExpr;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/**
 * What a plan says of a cell, and where that is in the row's document.
 *
 * @param wishes where to look, in this order
 * @param paths the paths of the plan that lead there, as many
 */
record ColumnOrigin(TableSpec table, TableSpec.Feed feed, RowPath row, String column, List<Locator.Wish> wishes, List<PathExpr> paths) {
    private static final List<String> LINEAGE = List.of("_doc", "_at", "_feed");

    static ColumnOrigin of(TableSpec table, TableSpec.Feed feed, String at, String column) {
        RowPath row = RowPath.of(feed, at);
        List<PathExpr> paths = feed.set().containsKey(column) ? paths(Objects.requireNonNull(feed.set().get(column))) : List.of();
        List<Locator.Wish> wishes = paths.stream()
                .map(path -> new Locator.Wish(row.node(path), path.root() == PathExpr.Root.KEY))
                .toList();
        return new ColumnOrigin(table, feed, row, column, wishes, paths);
    }

    /** Returns whether the feed says anything about the column. */
    static boolean speaks(TableSpec table, TableSpec.Feed feed, String column) {
        boolean generated = table.column(column).map(TableSpec.Column::generateId).orElse(false);
        return column.isEmpty() || generated || LINEAGE.contains(column) || feed.set().containsKey(column);
    }

    private static List<PathExpr> paths(ValueSpec value) {
        return switch (value) {
            case ValueSpec.From from -> from.paths();
            case ValueSpec.Ref ref -> ref.on().values().stream().flatMap(from -> from.paths().stream()).toList();
            case ValueSpec.Sql sql -> sql.reads().values().stream().flatMap(from -> from.paths().stream()).toList();
            case ValueSpec.Rest rest -> List.of(rest.path());
            case ValueSpec.Parent parent -> List.of(new PathExpr(root(parent.level()), level(parent.level()), List.of()));
            case ValueSpec.Const constant -> List.of();
        };
    }

    private static PathExpr.Root root(String level) {
        return switch (level) {
            case "$" -> PathExpr.Root.DOCUMENT;
            case "@" -> PathExpr.Root.ROW;
            default -> PathExpr.Root.LEVEL;
        };
    }

    private static String level(String level) {
        return root(level) == PathExpr.Root.LEVEL ? level : "";
    }

    /**
     * Says how the cell came to be.
     *
     * @param found for each wish its place, if it is there
     */
    Mapping mapping(List<Optional<Span>> found) {
        if (column.isEmpty()) {
            return new Mapping.Row(feed.rows().text());
        }
        if (LINEAGE.contains(column)) {
            return new Mapping.Lineage();
        }
        if (table.column(column).map(TableSpec.Column::generateId).orElse(false)) {
            return new Mapping.Generated();
        }
        ValueSpec value = feed.set().get(column);
        return value == null ? new Mapping.Unset() : mapping(value, found);
    }

    private Mapping mapping(ValueSpec value, List<Optional<Span>> found) {
        return switch (value) {
            case ValueSpec.From from -> from(from, found);
            case ValueSpec.Const constant -> new Mapping.Constant(String.valueOf(constant.value()));
            case ValueSpec.Ref ref -> {
                List<String> on = new ArrayList<>();
                ref.on().forEach((name, from) -> on.add(name + " = " + String.join(", ", texts(from.paths()))));
                yield new Mapping.Reference(ref.table(), on);
            }
            case ValueSpec.Parent parent -> new Mapping.Parent(parent.table(), parent.level());
            case ValueSpec.Rest rest -> new Mapping.Rest(rest.path().text());
            case ValueSpec.Sql sql -> new Mapping.Computed(sql.expression(), texts(paths));
        };
    }

    private Mapping from(ValueSpec.From from, List<Optional<Span>> found) {
        int taken = taken(found);
        if (taken < 0) {
            return new Mapping.Absent(texts(from.paths()), Objects.toString(from.defaultValue(), ""));
        }
        PathExpr path = from.paths().get(taken);
        return switch (path.root()) {
            case DOCUMENT, ROW, LEVEL -> new Mapping.Copied(path.text(), from.transforms().stream().map(ValueSpec.Transform::name).toList());
            case KEY -> new Mapping.Key(path.text());
            case POSITION -> new Mapping.Position(path.text());
            case FILE -> new Mapping.FileFact(path.text());
        };
    }

    /** Returns which path the value was taken from: the first that is there and not null; failing that a null; otherwise -1. */
    private int taken(List<Optional<Span>> found) {
        int nothing = -1;
        for (int i = 0; i < paths.size(); i++) {
            boolean file = paths.get(i).root() == PathExpr.Root.FILE;
            if (file || (found.get(i).isPresent() && !found.get(i).get().isNull())) {
                return i;
            }
            nothing = nothing < 0 && found.get(i).isPresent() ? i : nothing;
        }
        return nothing;
    }

    /** Returns the places to show, by their number among the wishes; empty if the value is in no place of its own. */
    List<Integer> shown(List<Optional<Span>> found) {
        if (feed.set().get(column) instanceof ValueSpec.From) {
            int taken = taken(found);
            boolean inText = taken >= 0 && paths.get(taken).root() != PathExpr.Root.FILE;
            return inText ? List.of(taken) : List.of();
        }
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            if (found.get(i).isPresent()) {
                present.add(i);
            }
        }
        return present;
    }

    private static List<String> texts(List<PathExpr> paths) {
        return paths.stream().map(PathExpr::text).toList();
    }
}
