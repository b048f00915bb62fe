package org.godwit.engine.profile;

import org.godwit.connector.spi.SourceFile;
import org.godwit.engine.stage.OrderedPipeline;
import org.godwit.model.FileReport;
import org.godwit.model.Problem;
import org.godwit.shred.DatasetMatcher;
import org.godwit.shred.JsonTape;
import org.jspecify.annotations.Nullable;

/** One worker of the scan: folds the documents of a unit. Not thread-safe. */
final class UnitProfiler implements OrderedPipeline.Worker<UnitProfile> {
    private final DatasetMatcher known;
    private UnitProfile unit = new UnitProfile();

    /** @param known tells which documents belong to datasets that were given */
    UnitProfiler(DatasetMatcher known) {
        this.known = known;
    }

    @Override
    public boolean part(SourceFile file, boolean first, @Nullable String sha256) {
        unit.parts.add(new UnitProfile.FilePart(file));
        return true;
    }

    @Override
    public void document(SourceFile file, JsonTape tape, long line) {
        unit.lastPart().documents++;
        unit.count(tape);
        int dataset = known.match(tape);
        Group group = dataset >= 0
                ? unit.known.computeIfAbsent(dataset, d -> new Group(Signature.of(tape)))
                : unit.groups.computeIfAbsent(Signature.hash(tape), h -> new Group(Signature.of(tape)));
        group.add(tape, new Place(file, line), unit.budget);
    }

    @Override
    public void problem(SourceFile file, Problem problem) {
        UnitProfile.FilePart part = unit.lastPart();
        if (part.problem == null) {
            part.problem = problem;
        }
    }

    @Override
    public void partEnd(SourceFile file, FileReport.Status status, String sha256, boolean last) {
        UnitProfile.FilePart part = unit.lastPart();
        part.status = status;
        part.sha256 = sha256;
    }

    @Override
    public UnitProfile finish() {
        UnitProfile done = unit;
        unit = new UnitProfile();
        return done;
    }
}
