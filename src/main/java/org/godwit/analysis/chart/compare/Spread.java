package org.godwit.analysis.chart.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.godwit.engine.text.Messages;

/** What an error bar shows of two or more values; one value has no error bar. */
public enum Spread {
    /** The standard deviation of the sample, to both sides of the mean. */
    DEVIATION("sd"),
    /** The 95 % confidence interval of the mean, by Student's t. */
    CONFIDENCE("ci95"),
    /** From the first to the third quartile, around the median. */
    QUARTILES("quartiles"),
    /** No error bars. */
    NONE("none");

    private static final double UPPER = 0.975;

    private final String word;

    Spread(String word) {
        this.word = word;
    }

    /** Returns its name on the command line. */
    public String word() {
        return word;
    }

    /** Returns its name for people, in lower case; empty for none. */
    public String label() {
        return switch (this) {
            case DEVIATION -> Messages.get("chart.spread.deviation");
            case CONFIDENCE -> Messages.get("chart.spread.confidence");
            case QUARTILES -> Messages.get("chart.spread.quartiles");
            case NONE -> "";
        };
    }

    /** Returns whether it is around the mean or around the median. */
    public boolean fits(Statistic statistic) {
        return switch (this) {
            case DEVIATION, CONFIDENCE -> statistic == Statistic.MEAN;
            case QUARTILES -> statistic == Statistic.MEDIAN;
            case NONE -> true;
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Spread::word).toList();
    }

    /** Returns the ends of the error bar, or empty if there is none. */
    Optional<Ends> ends(Group group) {
        if (group.count() < 2) {
            return Optional.empty();
        }
        return switch (this) {
            case DEVIATION -> Optional.of(around(group.mean(), group.deviation()));
            case CONFIDENCE -> {
                double t = TDistribution.of(group.count() - 1.0).inverseCumulativeProbability(UPPER);
                yield Optional.of(around(group.mean(), t * group.deviation() / Math.sqrt((double) group.count())));
            }
            case QUARTILES -> Optional.of(new Ends(group.firstQuartile(), group.thirdQuartile()));
            case NONE -> Optional.empty();
        };
    }

    private static Ends around(double middle, double reach) {
        return new Ends(middle - reach, middle + reach);
    }

    /** Where an error bar begins and ends. */
    record Ends(double low, double high) {}
}
