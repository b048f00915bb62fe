package org.godwit.model;

import java.util.List;

/**
 * The account of a run: every leaf that was read is counted once as stored, rest, merged, skipped or rejected.
 *
 * @param lines by source path, in the order of dataset and path
 */
public record Ledger(List<Line> lines) {
    public Ledger {
        lines = List.copyOf(lines);
    }

    /**
     * One source path.
     *
     * @param path generalised: array positions as {@code [*]}, keys that are data as {@code .*}
     */
    public record Line(String dataset, String path, Counts counts) {}

    /** The figures of a line or of the whole. {@code read} is counted apart from the others. */
    public record Counts(long read, long stored, long rest, long merged, long skipped, long rejected) {
        public boolean balanced() {
            return read == stored + rest + merged + skipped + rejected;
        }

        public Counts plus(Counts o) {
            return new Counts(
                    read + o.read, stored + o.stored, rest + o.rest, merged + o.merged, skipped + o.skipped, rejected + o.rejected);
        }
    }

    /** Returns the sums over all lines. */
    public Counts total() {
        return lines.stream().map(Line::counts).reduce(new Counts(0, 0, 0, 0, 0, 0), Counts::plus);
    }

    public boolean balanced() {
        return lines.stream().allMatch(line -> line.counts().balanced());
    }
}
