package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.UnitSource;
import org.godwit.engine.stage.OrderedPipeline;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Ledger;
import org.godwit.model.Options;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.RunOptions;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyTable;
import org.godwit.shred.RefusedRows;
import org.godwit.shred.Shredder;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;

/** Takes all documents of the sources to a loader, and counts them. Used once, by one thread. */
final class Staging {
    private final Plan plan;
    private final RunOptions options;
    private final TaskContext context;
    private final DocumentConnector connector;
    private final RunLedger ledger;
    private final RefusedRows refused;
    private final Predicate<String> direct;
    private final Map<String, String> endedHashes = new HashMap<>();
    private long seen;
    private long known;

    /**
     * @param ledger gets what becomes of the leaves
     * @param refused rows that are rejected
     * @param each whether each document is to have a record of its own
     */
    Staging(Plan plan, RunOptions options, TaskContext context, DocumentConnector connector, RunLedger ledger, RefusedRows refused, boolean each) {
        this.refused = refused;
        Set<String> files = refused.files();
        this.direct = file -> !each && !files.contains(file);
        this.plan = plan;
        this.options = options;
        this.context = context;
        this.connector = connector;
        this.ledger = ledger;
    }

    /**
     * Reads, shreds and loads.
     *
     * @throws GodwitException STOPPED_BY_REJECT if that is what the plan says
     */
    void stage(ListedSources sources, KeyTable keys, TargetLimits limits, KnownDocuments knownDocuments, UnitLoader loader) {
        for (ListedSources.Listed listed : sources.all()) {
            CompiledPlan compiled = CompiledPlan.of(ofSource(listed.source().name()), keys, limits);
            List<Shredder> shredders = Collections.synchronizedList(new ArrayList<>());
            try (UnitSource units = connector.open(listed.files(), keys, context)) {
                new OrderedPipeline<StagedUnit>(units, options.jobs(), context, unit -> take(unit, loader, knownDocuments)).run(() -> {
                    Shredder shredder = new Shredder(compiled, refused);
                    shredders.add(shredder);
                    return new StageWorker(shredder, knownDocuments, direct);
                });
            }
            Map<String, Map<String, Ledger.Counts>> sums = new HashMap<>();
            shredders.forEach(s -> s.addLedgerTo(sums));
            ledger.add(sums);
        }
    }

    /** Returns the plan with datasets of other sources matching nothing. */
    private Plan ofSource(String name) {
        List<Plan.DatasetSpec> datasets = plan.datasets().stream()
                .map(d -> d.source().isEmpty() || d.source().equals(name) ? d : never(d))
                .toList();
        return plan.withDatasets(datasets);
    }

    private static Plan.DatasetSpec never(Plan.DatasetSpec dataset) {
        PathExpr root = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of());
        return new Plan.DatasetSpec(dataset.name(), dataset.source(), dataset.table(), List.of(), List.of(root), Map.of());
    }

    private Runnable take(StagedUnit unit, UnitLoader loader, KnownDocuments knownDocuments) {
        Runnable left = loader.load(unit);
        knownDocuments.read(unit);
        seen += unit.seen();
        known += unit.known();
        unit.endedHashes().forEach((file, sha) -> endedHashes.put(unit.fileName(file), sha));
        boolean stops = plan.options().onReject() == Options.OnReject.STOP || options.strategy() == Options.Strategy.CONSERVATIVE;
        if (stops && loader.rejectCount() > 0) {
            Reject first = loader.rejects().get(0);
            throw new GodwitException(ErrorCode.STOPPED_BY_REJECT, first.file() + ":" + first.line() + " " + first.reason());
        }
        return left;
    }

    /** Returns how many documents there were. */
    long seen() {
        return seen;
    }

    /** Returns how many of them an earlier run has loaded. */
    long known() {
        return known;
    }

    /** Returns content hashes that were known at the end of files only. */
    Map<String, String> endedHashes() {
        return endedHashes;
    }
}
