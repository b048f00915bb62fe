package org.godwit.analysis.explore;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers short enough to be read at a glance. */
final class Round {
    private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

    private Round() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.precision() - rounded.scale() > 15 || rounded.scale() > 8 ? rounded.toString() : rounded.toPlainString();
    }
}
