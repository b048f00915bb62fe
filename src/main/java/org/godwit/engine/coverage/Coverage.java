package org.godwit.engine.coverage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.godwit.engine.plan.FeedPaths;
import org.godwit.engine.plan.PathParser;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Inspection;
import org.godwit.model.Ledger;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;

/**
 * What becomes of the values of a source under a plan: at once from the profile, or as a trial's ledger says. Immutable;
 * {@link #with(Plan)} reckons anew only the datasets whose use has changed.
 */
public final class Coverage {
    private final Inspection inspection;
    private final Map<String, DatasetCoverage> datasets;
    private final Ledger.Counts total;
    private final boolean exact;

    private Coverage(Inspection inspection, Map<String, DatasetCoverage> datasets, Ledger.Counts total, boolean exact) {
        this.inspection = inspection;
        this.datasets = datasets;
        this.total = total;
        this.exact = exact;
    }

    /** Tells from the profile what a plan would do. */
    public static Coverage of(Inspection inspection, Plan plan) {
        return new Coverage(inspection, Map.of(), Fate.NONE, false).with(plan);
    }

    /** Tells from the profile what another plan would do with the same source. */
    public Coverage with(Plan plan) {
        Map<String, Uses> uses = Uses.of(plan);
        Map<String, DatasetCoverage> made = new LinkedHashMap<>();
        Ledger.Counts sum = Fate.NONE;
        boolean sure = true;
        for (DatasetProfile dataset : inspection.datasets()) {
            Uses use = uses.getOrDefault(dataset.name(), new Uses(List.of()));
            DatasetCoverage known = datasets.get(dataset.name());
            DatasetCoverage coverage = known != null && known.isOf(dataset.root(), use) ? known : DatasetCoverage.of(dataset.root(), use);
            made.put(dataset.name(), coverage);
            sum = sum.plus(coverage.whole().below());
            sure &= coverage.whole().exact();
        }
        // What the profile has cut off is known in number only.
        long cut = Math.max(0, inspection.leaves().total() - sum.read());
        return new Coverage(inspection, made, sum.plus(new Ledger.Counts(cut, 0, cut, 0, 0, 0)), sure && cut == 0);
    }

    /** Returns the same with the figures of a trial of this plan over the whole source. */
    public Coverage with(Plan plan, Ledger ledger) {
        Map<String, Map<List<Step>, Ledger.Counts>> lines = new HashMap<>();
        for (Ledger.Line line : ledger.lines()) {
            steps(line.path()).ifPresent(steps -> lines.computeIfAbsent(line.dataset(), _ -> new HashMap<>())
                    .merge(steps, line.counts(), Ledger.Counts::plus));
        }
        Map<String, Uses> uses = Uses.of(plan);
        Map<String, DatasetCoverage> made = new LinkedHashMap<>();
        for (DatasetProfile dataset : inspection.datasets()) {
            Uses use = uses.getOrDefault(dataset.name(), new Uses(List.of()));
            Map<List<Step>, Ledger.Counts> of = lines.get(dataset.name());
            made.put(dataset.name(), of == null ? DatasetCoverage.of(dataset.root(), use) : DatasetCoverage.of(dataset.root(), use, of));
        }
        return new Coverage(inspection, made, ledger.total(), true);
    }

    private static Optional<List<Step>> steps(String path) {
        try {
            return Optional.of(FeedPaths.unnamed(PathParser.parse(path).steps()));
        } catch (org.godwit.engine.plan.PlanSyntaxException e) {
            // A key that no plan could name is counted in the total all the same.
            return Optional.empty();
        }
    }

    /** Returns what becomes of the values at a path of a dataset; empty for a path of another inspection. */
    public Optional<Fate> fate(String dataset, PathProfile node) {
        DatasetCoverage coverage = datasets.get(dataset);
        return coverage == null ? Optional.empty() : Optional.ofNullable(coverage.fate(node));
    }

    /** Returns the sums over the whole source. */
    public Ledger.Counts total() {
        return total;
    }

    /** Returns whether the sums are sure; otherwise they are near. */
    public boolean isExact() {
        return exact;
    }
}
