package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.FileReport;
import org.godwit.model.LeafCounts;
import org.godwit.model.Problem;
import org.godwit.shred.JsonTape;
import org.jspecify.annotations.Nullable;

/** What one unit of a source holds. Made by one worker, then read by one other thread. */
final class UnitProfile {
    final Budget budget = new Budget();
    /** By position of the known dataset. */
    final Map<Integer, Group> known = new HashMap<>();
    /** Rows of tables, by what makes tables one dataset. */
    final Map<String, Group> tables = new LinkedHashMap<>();
    final Map<Long, Group> groups = new LinkedHashMap<>();
    final List<FilePart> parts = new ArrayList<>();
    private long strings;
    private long numbers;
    private long booleans;
    private long nulls;
    private long emptyObjects;
    private long emptyArrays;

    /** What a unit holds of one file. */
    static final class FilePart {
        final SourceFile file;
        long documents;
        @Nullable Problem problem;
        FileReport.Status status = FileReport.Status.OK;
        String sha256 = "";

        FilePart(SourceFile file) {
            this.file = file;
        }
    }

    FilePart lastPart() {
        return parts.get(parts.size() - 1);
    }

    void count(JsonTape tape) {
        for (int node = 0; node < tape.size(); node++) {
            switch (tape.kind(node)) {
                case JsonTape.STRING -> strings++;
                case JsonTape.NUMBER -> numbers++;
                case JsonTape.NULL -> nulls++;
                case JsonTape.OBJECT -> emptyObjects += tape.isLeaf(node) ? 1 : 0;
                case JsonTape.ARRAY -> emptyArrays += tape.isLeaf(node) ? 1 : 0;
                default -> booleans++;
            }
        }
    }

    LeafCounts leaves() {
        return new LeafCounts(strings, numbers, booleans, nulls, emptyObjects, emptyArrays);
    }
}
