package org.godwit.analysis.chart.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.engine.text.Messages;
import org.jspecify.annotations.Nullable;

/** Numbers of a chart as people read them: four digits that count. Thread-safe. */
public final class Figure {
    private static final MathContext DIGITS = new MathContext(4);
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e12;

    private Figure() {}

    /** Returns a number: {@code 1,234}, {@code 0.01235}, {@code 1.235E-7}. */
    public static String of(double value, Locale locale) {
        double size = Math.abs(value);
        boolean plain = value == 0 || (size >= SMALL && size < LARGE);
        DecimalFormat format = new DecimalFormat(plain ? "#,##0.#######" : "0.###E0", DecimalFormatSymbols.getInstance(locale));
        double rounded = size >= 1000 && plain ? Math.rint(value) : new BigDecimal(value).round(DIGITS).doubleValue();
        return format.format(rounded);
    }

    /** Returns a number with its unit: {@code 1,234 items/s}. */
    public static String withUnit(double value, String unit, Locale locale) {
        return unit.isEmpty() ? of(value, locale) : of(value, locale) + " " + unit;
    }

    /** Returns what stands beside a bar: {@code 1,234  n=3}. */
    public static String label(ChartSpec.Bar bar, Locale locale) {
        Double value = bar.value();
        if (value == null) {
            return Messages.get("chart.bar.without");
        }
        String count = "n=" + of((double) bar.count(), locale);
        String simulated = bar.simulated() > 0 ? ", " + Messages.get("chart.bar.simulated", bar.simulated()) : "";
        return of(value, locale) + "  " + count + simulated;
    }

    /** Returns all that a bar says, in one line a fact: for tooltips and screen readers. */
    public static List<String> facts(ChartSpec spec, int series, int category, Locale locale) {
        ChartSpec.Bar bar = spec.series().get(series).bars().get(category);
        List<String> facts = new ArrayList<>();
        String name = spec.categories().get(category);
        facts.add(spec.series().size() > 1 ? name + ", " + spec.series().get(series).name() : name);
        if (bar == null) {
            facts.add(Messages.get("chart.bar.noRows"));
            return facts;
        }
        facts.add(value(spec, bar, locale));
        Double low = bar.low();
        Double high = bar.high();
        if (low != null && high != null) {
            facts.add(Messages.get("chart.bar.spread", of(low, locale), of(high, locale), spec.spread()));
        }
        facts.add(Messages.get("chart.bar.rows", bar.count(), bar.missing()));
        if (bar.simulated() > 0) {
            facts.add(Messages.get("chart.bar.simulatedRows", bar.simulated()));
        }
        return facts;
    }

    private static String value(ChartSpec spec, ChartSpec.Bar bar, Locale locale) {
        @Nullable Double value = bar.value();
        return value == null ? Messages.get("chart.bar.without") : spec.valueAxis() + ": " + withUnit(value, spec.unit(), locale);
    }
}
