package org.godwit.app.wizard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.godwit.task.Progress;

/**
 * How long a run still takes, as a band: from the fastest to the slowest speed that was seen lately, and the checking
 * that is still to come. Fed with samples; not thread-safe.
 */
final class Eta {
    private static final double NANOS = 1e9;
    /** Seconds of the past that have a say. */
    private static final double WINDOW = 12;
    private static final double SURE_SECONDS = 1;
    private static final double SURE_SHARE = 0.02;
    /** How long checking takes, as a share of the reading and loading before it; from our own runs. */
    private static final double CHECK_LOW = 0.2;
    private static final double CHECK_HIGH = 0.9;
    private static final double SPREAD = 0.12;

    private final Deque<Seen> seen = new ArrayDeque<>();
    private String phase = "";

    private record Seen(double seconds, long done) {}

    /**
     * What is left.
     *
     * @param low seconds, if all goes well
     * @param high seconds, if it goes slowly
     */
    record Band(double low, double high) {}

    /** Takes a sample and returns what is left of the whole run; empty while too little is known. */
    Optional<Band> take(Progress progress) {
        if (!progress.phase().equals(phase)) {
            phase = progress.phase();
            seen.clear();
        }
        double now = progress.phaseNanos() / NANOS;
        seen.addLast(new Seen(now, progress.done()));
        while (seen.size() > 2 && seen.getFirst().seconds() < now - WINDOW) {
            seen.removeFirst();
        }
        double share = progress.fraction().orElse(0);
        boolean counts = phase.equals("stage") || phase.equals("verify");
        if (!counts || now < SURE_SECONDS || share < SURE_SHARE) {
            return Optional.empty();
        }
        return Optional.of(band(progress, now));
    }

    private Band band(Progress progress, double now) {
        double whole = progress.done() / now;
        Seen first = seen.getFirst();
        double lately = now - first.seconds() < SURE_SECONDS ? whole : (progress.done() - first.done()) / (now - first.seconds());
        double slow = Math.max(Math.min(whole, lately), whole / 10) * (1 - SPREAD);
        double fast = Math.max(whole, lately) * (1 + SPREAD);
        double left = progress.total() - progress.done();
        double low = left / fast;
        double high = left / slow;
        if (phase.equals("verify")) {
            return new Band(low, high);
        }
        return new Band(low + (now + low) * CHECK_LOW, high + (now + high) * CHECK_HIGH);
    }
}
