package org.godwit.analysis.chart.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.godwit.engine.text.Messages;

/** What one bar shows of several rows. */
public enum Statistic {
    MEAN(Spread.DEVIATION),
    MEDIAN(Spread.QUARTILES);

    private final Spread usual;

    Statistic(Spread usual) {
        this.usual = usual;
    }

    /** Returns the error bars that go with it. */
    public Spread usualSpread() {
        return usual;
    }

    /** Returns its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name for people, in lower case. */
    public String label() {
        return switch (this) {
            case MEAN -> Messages.get("chart.statistic.mean");
            case MEDIAN -> Messages.get("chart.statistic.median");
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Statistic::word).toList();
    }
}
