package org.godwit.analysis.matrix;

/** How many results say what. */
public record Tally(long pass, long partial, long fail, long undecided) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally of(Verdict verdict, long count) {
        return switch (verdict) {
            case PASS -> new Tally(count, 0, 0, 0);
            case PARTIAL -> new Tally(0, count, 0, 0);
            case FAIL -> new Tally(0, 0, count, 0);
            case UNDECIDED -> new Tally(0, 0, 0, count);
        };
    }

    public Tally plus(Tally other) {
        return new Tally(pass + other.pass, partial + other.partial, fail + other.fail, undecided + other.undecided);
    }

    public long total() {
        return decided() + undecided;
    }

    /** Returns how many say whether it works. */
    public long decided() {
        return pass + partial + fail;
    }

    /** Returns what they say together: {@link State#UNTESTED} if there are none. */
    State state() {
        if (fail > 0) {
            return pass + partial > 0 ? State.CONFLICTING : State.FAILS;
        }
        if (partial > 0) {
            return State.PARTIAL;
        }
        if (pass > 0) {
            return State.FULL;
        }
        return undecided > 0 ? State.UNDECIDED : State.UNTESTED;
    }
}
