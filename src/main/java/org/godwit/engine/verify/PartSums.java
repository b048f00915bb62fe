package org.godwit.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.godwit.model.VerificationResult.Difference;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.LeafHash;

/** What was found of the rows of parts: how many, and their hashes. One for each thread; then {@linkplain #add added up}. */
final class PartSums {
    private final Parts parts;
    private final long[] rows;
    private final long[] high;
    private final long[] low;

    PartSums(Parts parts) {
        this.parts = parts;
        rows = new long[parts.all().size()];
        high = new long[rows.length];
        low = new long[rows.length];
    }

    /** Takes a row, by its hash. */
    void take(int part, long document, DocumentHash hash) {
        long place = document - parts.all().get(part).first();
        rows[part]++;
        high[part] += LeafHash.inPart(hash.high(), place);
        low[part] += LeafHash.inPart(hash.low(), place);
    }

    void add(PartSums other) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] += other.rows[i];
            high[i] += other.high[i];
            low[i] += other.low[i];
        }
    }

    boolean isAsLoaded(int part) {
        Parts.Part recorded = parts.all().get(part);
        return rows[part] == recorded.rows() && recorded.hash().equals(new DocumentHash(high[part], low[part]));
    }

    /** Returns how many rows are in parts that are as they were loaded. */
    long rebuilt() {
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += isAsLoaded(i) ? rows[i] : 0;
        }
        return sum;
    }

    List<Difference> differences() {
        return differences(part -> true);
    }

    List<Difference> differences(Predicate<Parts.Part> which) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (which.test(parts.all().get(i)) && !isAsLoaded(i)) {
                Parts.Part part = parts.all().get(i);
                String place = part.file() + ", rows " + (part.position() + 1) + " to " + (part.position() + part.rows());
                String found = rows[i] == part.rows() ? rows[i] + " rows, hash " + new DocumentHash(high[i], low[i]) : rows[i] + " rows";
                String expected = rows[i] == part.rows() ? part.rows() + " rows, hash " + part.hash() : part.rows() + " rows";
                differences.add(new Difference(place, part.table(), "", "", expected, found, "these rows are not as they were read"));
            }
        }
        return differences;
    }
}
