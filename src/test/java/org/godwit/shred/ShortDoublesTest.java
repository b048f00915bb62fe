package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortDoublesTest {
    @Test
    void agreesWithTheLibraryOnShortestTexts() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300_000; i++) {
            double value = switch (i % 4) {
                case 0 -> random.nextDouble();
                case 1 -> random.nextDouble() * Math.pow(10, random.nextInt(-100, 100));
                case 2 -> random.nextInt(1, 1000) / 10.0 * random.nextInt(1, 1000);
                default -> Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            };
            if (value > 0 && value < 1e300 && value > 1e-300) {
                check(Double.toString(value), value, true);
            }
        }
    }

    @Test
    void agreesWithTheLibraryOnAnyDigits() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong(1, 999_999_999_999_999_999L) >>> random.nextInt(0, 50);
            int exponent = random.nextInt(-60, 40);
            if (digits > 0) {
                String text = digits + "e" + exponent;
                double value = Double.parseDouble(text);
                boolean shortest = new BigDecimal(text).compareTo(new BigDecimal(Double.toString(value))) == 0;
                check(text, value, shortest);
            }
        }
    }

    @Test
    void agreesWithTheLibraryHalfwayBetweenDoubles() {
        for (long odd = (1L << 53) + 1; odd < (1L << 53) + 2001; odd += 2) {
            assertThat(ShortDoubles.nearest(odd, 0)).isEqualTo((double) odd);
            assertThat(ShortDoubles.nearest(odd * 10, -1)).isEqualTo((double) odd);
        }
    }

    private static void check(String text, double value, boolean shortest) {
        BigDecimal exact = new BigDecimal(text);
        long digits = exact.unscaledValue().longValueExact();
        double nearest = ShortDoubles.nearest(digits, -exact.scale());
        assertThat(nearest == value || Double.isNaN(nearest)).as(text + " is nearest to " + nearest).isTrue();
        assertThat(ShortDoubles.isShortest(value, digits, -exact.scale())).as(text).isEqualTo(shortest);
    }
}
