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
    private int keyed = -1;
    private String key = "";

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
        int dataset = known.match(tape, file.table());
        group(dataset, file, tape).add(tape, new Place(file, line), unit.budget);
        for (int i = 0; i < tape.faults(); i++) {
            String reason = "row " + line + ", column " + tape.key(tape.faultNode(i)) + ": " + tape.faultReason(i);
            problem(file, new Problem(file.name(), line, 0, -1, reason, tape.text(tape.faultNode(i))));
        }
    }

    private Group group(int dataset, SourceFile file, JsonTape tape) {
        if (dataset >= 0) {
            return unit.known.computeIfAbsent(dataset, d -> new Group(Signature.of(tape)));
        }
        return file.origin() != null
                ? unit.tables.computeIfAbsent(key(file), t -> new Group(Signature.of(tape)))
                : unit.groups.computeIfAbsent(Signature.hash(tape), h -> new Group(Signature.of(tape)));
    }

    private String key(SourceFile file) {
        if (file.index() != keyed) {
            keyed = file.index();
            key = Tables.key(file);
        }
        return key;
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
