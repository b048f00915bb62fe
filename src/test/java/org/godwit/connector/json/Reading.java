package org.godwit.connector.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.FileReport.Status;
import org.godwit.model.Problem;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.TapeText;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Everything that one reading of a location showed. */
final class Reading implements DocumentSink {
    /** Limits of a program with 512 MB of heap. */
    static final JsonLimits LIMITS = JsonLimits.forHeap(512L << 20);

    final List<String> documents = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final Map<String, Status> statuses = new TreeMap<>();
    final Map<String, String> hashes = new TreeMap<>();
    final Map<String, Long> leaves = new TreeMap<>();
    final List<Boolean> hashKnownBefore = new ArrayList<>();
    int units;
    private boolean keepDocuments = true;
    int parts;

    static Reading of(Path location) {
        return of(location, UnitSizes.of(16L << 20), LIMITS);
    }

    static Reading of(Path location, UnitSizes sizes, JsonLimits limits) {
        JsonConnector connector = new JsonConnector(limits, sizes);
        Listing listing = connector.list(location, List.of(), new TaskContext());
        return of(connector, listing.files());
    }

    /** Reads without the documents, which may be many. */
    static Reading problemsOnly(Path location) {
        JsonConnector connector = new JsonConnector(LIMITS, UnitSizes.of(16L << 20));
        Reading reading = new Reading();
        reading.keepDocuments = false;
        return reading.read(connector, connector.list(location, List.of(), new TaskContext()).files());
    }

    static Reading of(JsonConnector connector, List<SourceFile> files) {
        return new Reading().read(connector, files);
    }

    private Reading read(JsonConnector connector, List<SourceFile> files) {
        try (UnitSource source = connector.open(files, new KeyTable(), new TaskContext());
                UnitParser parser = source.parser()) {
            for (Unit unit = source.next(); unit != null; unit = source.next()) {
                if (unit.sequence() != units++) {
                    throw new AssertionError("units are not numbered without gaps");
                }
                parser.parse(unit, this);
            }
        }
        return this;
    }

    /** Returns the only problem. */
    Problem problem() {
        if (problems.size() != 1) {
            throw new AssertionError("expected one problem: " + problems);
        }
        return problems.getFirst();
    }

    @Override
    public boolean part(SourceFile file, boolean first, @Nullable String sha256) {
        hashKnownBefore.add(sha256 != null);
        parts++;
        return true;
    }

    @Override
    public void document(SourceFile file, JsonTape tape, long line) {
        if (!keepDocuments) {
            return;
        }
        StringBuilder text = new StringBuilder().append(file.name()).append(':').append(line).append(' ');
        TapeText.append(text, tape, 0);
        documents.add(text.toString());
        for (int node = 0; node < tape.size(); node++) {
            if (tape.isLeaf(node)) {
                leaves.merge(List.of("object", "array", "string", "number", "boolean", "boolean", "null").get(tape.kind(node)), 1L, Long::sum);
            }
        }
    }

    @Override
    public void problem(SourceFile file, Problem problem) {
        problems.add(problem);
    }

    @Override
    public void partEnd(SourceFile file, Status status, String sha256, boolean last) {
        statuses.merge(file.name(), status, (a, b) -> a == Status.OK ? a : b);
        if (last) {
            hashes.put(file.name(), sha256);
        }
    }
}
