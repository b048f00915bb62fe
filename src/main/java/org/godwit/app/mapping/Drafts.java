package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.engine.edit.ColumnEdit;
import org.godwit.engine.edit.FeedEdit;
import org.godwit.engine.edit.PlanEdit;
import org.godwit.engine.edit.ShapeEdit;
import org.godwit.engine.edit.TableEdit;
import org.godwit.engine.plan.FeedPaths;
import org.godwit.engine.propose.Suggestion;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Makes edits of what a person points at: names, types and feeds are found from the profile. */
final class Drafts {
    private static final String LEVEL = "item";

    private Drafts() {}

    /** A feed that can read a place, and the path by which it does. */
    private record Reach(int feed, PathExpr path) {}

    private static Optional<Reach> reach(TableSpec table, SourceRow.Place place) {
        for (int i = 0; i < table.feeds().size(); i++) {
            TableSpec.Feed feed = table.feeds().get(i);
            if (feed.dataset().equals(place.dataset())) {
                Optional<PathExpr> path = FeedPaths.relative(feed, place.steps());
                if (path.isPresent()) {
                    return Optional.of(new Reach(i, path.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the edit that makes a column of a place; empty if no feed of the table reaches it. */
    static Optional<PlanEdit> addColumn(TableSpec table, SourceRow.Place place) {
        return reach(table, place).map(reach -> {
            Set<String> taken = table.columns().stream().map(TableSpec.Column::name).collect(Collectors.toSet());
            List<Step> steps = reach.path().steps().isEmpty() ? place.steps() : reach.path().steps();
            Suggestion made = Suggestion.of(place.profile());
            ValueSpec value = new ValueSpec.From(List.of(reach.path()), null, made.transforms(), made.nullMeans());
            return new ColumnEdit.Add(table.name(), Suggestion.name(steps, taken), made.type(), reach.feed(), value);
        });
    }

    /** Returns the edit that fills a column from a place; empty if no feed of the table reaches it. */
    static Optional<PlanEdit> use(TableSpec table, String column, SourceRow.Place place) {
        return reach(table, place).map(reach -> {
            ValueSpec was = table.feeds().get(reach.feed()).set().get(column);
            ValueSpec now = was instanceof ValueSpec.From from
                    ? new ValueSpec.From(List.of(reach.path()), from.defaultValue(), from.transforms(), from.nullMeans())
                    : ValueSpec.From.path(reach.path());
            return new FeedEdit.Value(table.name(), reach.feed(), column, now);
        });
    }

    /** Returns the edit that makes a table of a place: a row for each part, or for each object. */
    static PlanEdit addTable(Plan plan, SourceRow row) {
        List<Step> steps = new ArrayList<>(SourceIndex.steps(row));
        PathProfile node = row.profile();
        Optional<PathProfile> parts = node.children().stream().filter(child -> child.step().fansOut()).findFirst();
        if (parts.isPresent()) {
            steps.add(parts.get().step());
            node = parts.get();
        }
        List<Step> named = new ArrayList<>(steps);
        if (!steps.isEmpty()) {
            named.set(named.size() - 1, named(steps.getLast()));
        }
        Set<String> taken = new HashSet<>();
        plan.tables().forEach(table -> taken.add(table.name()));
        plan.views().forEach(view -> taken.add(view.name()));
        List<Step> words = new ArrayList<>(List.of(new Step.Key(row.dataset())));
        words.addAll(steps);
        String name = Suggestion.name(words, taken);
        List<ColumnEdit.Add> columns = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of("id"));
        for (List<Step> place : Suggestion.columns(node)) {
            PathProfile field = Suggestion.at(node, place).orElseThrow();
            Suggestion made = Suggestion.of(field);
            PathExpr path = new PathExpr(PathExpr.Root.ROW, "", place);
            String column = Suggestion.name(place, names);
            names.add(column);
            ValueSpec value = new ValueSpec.From(List.of(path), null, made.transforms(), made.nullMeans());
            columns.add(new ColumnEdit.Add(name, column, made.type(), 0, value));
        }
        return new TableEdit.Add(name, row.dataset(), new PathExpr(PathExpr.Root.DOCUMENT, "", named), columns);
    }

    private static Step named(Step step) {
        return switch (step) {
            case Step.Elements _ -> new Step.Elements(LEVEL);
            case Step.Entries _ -> new Step.Entries(LEVEL);
            case Step.Key _, Step.Index _ -> step;
        };
    }

    /** Returns the edit that makes a table of what a JSON column holds; empty if it holds no parts of one path. */
    static Optional<PlanEdit> toTable(Plan plan, TableSpec table, String column, SourceIndex index) {
        for (int i = 0; i < table.feeds().size(); i++) {
            TableSpec.Feed feed = table.feeds().get(i);
            if (feed.set().get(column) instanceof ValueSpec.From from && from.paths().getFirst().root() == PathExpr.Root.ROW) {
                Optional<PathProfile> node = FeedPaths.absolute(feed, from.paths().getFirst())
                        .flatMap(steps -> index.find(feed.dataset(), steps))
                        .map(SourceRow::profile);
                Optional<PathProfile> parts =
                        node.flatMap(n -> n.children().stream().filter(child -> child.step().fansOut()).findFirst());
                if (parts.isPresent()) {
                    return Optional.of(toTable(plan, table, column, i, parts.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static PlanEdit toTable(Plan plan, TableSpec table, String column, int feed, PathProfile parts) {
        Set<String> names = new HashSet<>(Set.of("id", "parent_id", "pos", "key"));
        List<ShapeEdit.ToTable.Field> fields = new ArrayList<>();
        for (List<Step> place : Suggestion.columns(parts)) {
            Suggestion made = Suggestion.of(Suggestion.at(parts, place).orElseThrow());
            String name = Suggestion.name(place, names);
            names.add(name);
            PathExpr path = new PathExpr(PathExpr.Root.ROW, "", place);
            ValueSpec value = new ValueSpec.From(List.of(path), null, made.transforms(), made.nullMeans());
            fields.add(new ShapeEdit.ToTable.Field(name, made.type(), value));
        }
        Set<String> taken = plan.tables().stream().map(TableSpec::name).collect(Collectors.toSet());
        String child = Suggestion.name(List.of(new Step.Key(table.name()), new Step.Key(column)), taken);
        return new ShapeEdit.ToTable(table.name(), column, feed, child, parts.step(), fields);
    }
}
