package org.godwit.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * A line of the first table: what was to be reached and what was.
 *
 * @param value what is compared with the limit: a ratio, seconds, milliseconds or MiB; NaN if not measured
 * @param limit NaN for what has no goal and stands beside one that has
 * @param byCpu the ratio of the CPU times, which other work on the machine disturbs less; NaN if there is none
 * @param unit of value and limit, with its leading space
 */
record Goal(String work, String ours, String other, double value, double byCpu, double limit, String unit) {
    private static final double MOST_VERIFICATION = 0.6;

    /** Against a peer that may be missing: then there is only what Godwit needs. */
    static Goal against(String program, String work, Series ours, Optional<Series> other, double limit) {
        return other.map(series -> ratio(work, ours, series, limit)).orElseGet(() -> new Goal(
                work, seconds(ours.seconds()), program + " is not installed", Double.NaN, Double.NaN, limit, " x"));
    }

    /** What could not be measured at all, and why. */
    static Goal without(String reason, String work, double limit) {
        return new Goal(work, "", reason, Double.NaN, Double.NaN, limit, " x");
    }

    /** Where a server does a part of the work, the CPU time of its clients tells little. */
    Goal byClockOnly() {
        return new Goal(work, ours, other, value, Double.NaN, limit, unit);
    }

    static Goal ratio(String work, Series ours, Series other, double limit) {
        return new Goal(work, seconds(ours.seconds()), other.name() + " " + seconds(other.seconds()),
                ours.seconds() / other.seconds(), ours.cpuSeconds() / other.cpuSeconds(), limit, " x");
    }

    /** What a part of the work takes that nobody can leave out, done by the engine alone: no goal below it can be reached. */
    static Goal bound(String work, Series alone, Optional<Series> peer) {
        String words = "bound: " + work;
        return peer.map(series -> ratio(words, alone, series, Double.NaN))
                .orElseGet(() -> new Goal(words, seconds(alone.seconds()), "", Double.NaN, Double.NaN, Double.NaN, " x"));
    }

    /** What verification adds to a run, as a share of the run without it. */
    static Goal verification(String road, Series checked, Series run) {
        return new Goal("verification in a run, " + road, seconds(checked.seconds() - run.seconds()), run.name() + " " + seconds(run.seconds()),
                (checked.seconds() - run.seconds()) / run.seconds(), (checked.cpuSeconds() - run.cpuSeconds()) / run.cpuSeconds(), MOST_VERIFICATION, " x");
    }

    static Goal seconds(String work, Series ours, double limit) {
        return new Goal(work, seconds(ours.seconds()), "", ours.seconds(), Double.NaN, limit, " s");
    }

    /** What was measured inside of a process. */
    static Goal of(Figure figure) {
        return new Goal(figure.work(), number(figure.millis()) + " ms", figure.detail(), figure.millis(), Double.NaN, figure.limitMillis(), " ms");
    }

    static Goal memory(String work, double peakMib, double limitMib) {
        return new Goal(work, Double.isNaN(peakMib) ? "" : number(peakMib) + " MiB", "", peakMib, Double.NaN, limitMib, " MiB");
    }

    /** How much longer {@code large} takes than it would if time grew by {@code factor}, as the data did. */
    static Goal growth(String work, Series small, Series large, double factor, double limit) {
        return new Goal(work, seconds(large.seconds()), number(factor) + " times " + seconds(small.seconds()),
                large.seconds() / (factor * small.seconds()), large.cpuSeconds() / (factor * small.cpuSeconds()), limit, " x");
    }

    static Goal notMeasured(String work, double limit, String unit) {
        return new Goal(work, "", "", Double.NaN, Double.NaN, limit, unit);
    }

    String markdown() {
        String reached = Double.isNaN(value) ? "not measured" : number(value) + unit;
        String met = Double.isNaN(value) || Double.isNaN(limit) ? "" : value <= limit ? "yes" : "**no**";
        String cpu = Double.isNaN(byCpu) ? "" : number(byCpu) + unit;
        return "| " + String.join(" | ", work, ours, other, reached, cpu, Double.isNaN(limit) ? "" : most() + unit, met) + " |";
    }

    private String most() {
        return limit < 1 && Math.rint(limit * 100) != limit * 100 ? String.format(Locale.ROOT, "%.3f", limit) : number(limit);
    }

    static String seconds(double seconds) {
        return number(seconds) + " s";
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
