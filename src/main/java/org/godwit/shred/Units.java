package org.godwit.shred;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** Units of time and memory and the exact factors between them. */
public final class Units {
    private static final Map<String, BigDecimal> TIME =
            Map.of("s", BigDecimal.ONE, "ms", new BigDecimal("0.001"), "us", new BigDecimal("0.000001"), "ns", new BigDecimal("0.000000001"));
    private static final Map<String, BigDecimal> MEMORY = Map.of(
            "B", BigDecimal.ONE,
            "KB", BigDecimal.valueOf(1000),
            "MB", BigDecimal.valueOf(1_000_000),
            "GB", BigDecimal.valueOf(1_000_000_000),
            "KiB", BigDecimal.valueOf(1L << 10),
            "MiB", BigDecimal.valueOf(1L << 20),
            "GiB", BigDecimal.valueOf(1L << 30));

    private Units() {}

    /** Returns whether values in one unit can be given in the other. */
    public static boolean convertible(String from, String to) {
        return (TIME.containsKey(from) && TIME.containsKey(to)) || (MEMORY.containsKey(from) && MEMORY.containsKey(to));
    }

    /**
     * Returns by what a value in one unit is multiplied to be in the other.
     *
     * @throws IllegalArgumentException if they measure different things
     */
    static BigDecimal factor(String from, String to) {
        if (!convertible(from, to)) {
            throw new IllegalArgumentException("no way from " + from + " to " + to);
        }
        Map<String, BigDecimal> units = TIME.containsKey(from) ? TIME : MEMORY;
        BigDecimal numerator = units.getOrDefault(from, BigDecimal.ONE);
        return numerator.divide(units.getOrDefault(to, BigDecimal.ONE), MathContext.DECIMAL128);
    }
}
