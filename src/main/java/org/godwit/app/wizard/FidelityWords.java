package org.godwit.app.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.godwit.app.fx.Text;
import org.godwit.model.ColumnFidelity;
import org.godwit.model.Finding;
import org.godwit.model.Inspection;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Says of a column whose type the target does not have what becomes of it, of how many values, with one as an example. */
final class FidelityWords {
    private static final int LONGEST = 60;

    private final Plan plan;
    private final Inspection inspection;
    private final String target;

    /** @param target what the target is, for people */
    FidelityWords(Plan plan, Inspection inspection, String target) {
        this.plan = plan;
        this.inspection = inspection;
        this.target = target;
    }

    Finding finding(ColumnFidelity kept) {
        List<PathProfile> from = plan.table(kept.table()).stream().flatMap(table -> profiles(table, kept.column())).toList();
        long values = from.stream().mapToLong(node -> node.occurrences() - node.types().getOrDefault(JsonType.NULL, 0L)).sum();
        Optional<String> example = from.stream().flatMap(node -> node.samples().stream()).filter(sample -> !sample.equals("null")).findFirst();
        String what = Text.of(kept.lossy() ? "app.fidelity.lossy" : "app.fidelity.widened", kept.column(), kept.type(), kept.sql(), target, kept.reason());
        String count = values == 0 ? "" : example.map(value -> Text.of("app.fidelity.count", values, shortened(value))).orElse("");
        return new Finding(kept.lossy() ? Finding.Severity.WARNING : Finding.Severity.INFO, kept.table() + "." + kept.column(), what + count);
    }

    private Stream<PathProfile> profiles(TableSpec table, String column) {
        return table.feeds().stream().flatMap(feed -> feed.set().get(column) instanceof ValueSpec.From from
                ? inspection.datasets().stream()
                        .filter(dataset -> dataset.name().equals(feed.dataset()))
                        .flatMap(dataset -> from.paths().stream()
                                .filter(path -> path.root() == PathExpr.Root.DOCUMENT || path.root() == PathExpr.Root.ROW)
                                .flatMap(path -> ExpectedRows.nodes(dataset, steps(feed, path)).stream()))
                : Stream.empty());
    }

    private static List<Step> steps(TableSpec.Feed feed, PathExpr path) {
        List<Step> steps = new ArrayList<>(path.root() == PathExpr.Root.ROW ? feed.rows().steps() : List.of());
        steps.addAll(path.steps());
        return steps;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
