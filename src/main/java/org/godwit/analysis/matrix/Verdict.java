package org.godwit.analysis.matrix;

import java.util.List;

/** What one result says of its pair. */
public enum Verdict {
    /** Works. */
    PASS(1),
    /** Works in part. */
    PARTIAL(2),
    /** Does not work. */
    FAIL(3),
    /** Says neither: skipped, informative, not known. */
    UNDECIDED(0);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    /** Returns the number that stands for it in SQL. */
    int code() {
        return code;
    }

    static Verdict of(long code) {
        for (Verdict verdict : values()) {
            if (verdict.code == code) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no verdict " + code);
    }

    /** Returns the words, in lower case, by which status columns say this; any other word is undecided. */
    List<String> words() {
        return switch (this) {
            case PASS -> List.of("pass", "passed", "ok", "success", "successful", "succeeded", "true", "yes", "y", "1", "compatible", "supported", "works",
                    "working", "full", "fully compatible", "complete", "completed", "green");
            case PARTIAL -> List.of("partial", "partially", "partially compatible", "partially supported", "limited", "warn", "warning", "degraded", "unstable",
                    "yellow");
            case FAIL -> List.of("fail", "failed", "failure", "fails", "error", "errored", "false", "no", "n", "0", "incompatible", "not compatible",
                    "unsupported", "not supported", "broken", "crash", "crashed", "timeout", "timed out", "oom", "red");
            case UNDECIDED -> List.of();
        };
    }
}
