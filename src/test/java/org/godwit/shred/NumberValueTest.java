package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are read by their exact value, whichever of the quick ways they take. */
final class NumberValueTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "0", "-0", "0.0", "-0.0", "0e5", "1", "-1", "1.0", "100e-2", "1E2", "1e+2", "1.5", "1.50", "-2.5e-3", "0.1", "0.10000000000000001",
        "9007199254740991", "9007199254740993", "9007199254740993.0", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
        "18446744073709551617", "999999999999999999", "1000000000000000000", "0.000000000000000000000001",
        "123456789012345678.9", "0.12345678901234567891", "1e22", "1e23", "1e308", "1e309", "4.9E-324", "2.2250738585072014E-308", "1e-400",
        "5e-324", "1.7976931348623157E308", "3e999", "4503599627370496.5", "2.0", "4.0e0", "1024.25", "8.41E21", "9.5367431640625E-7"})
    void readsTheExactValue(String text) {
        check(text);
    }

    @Test
    void readsRandomNumbersOfAnySpelling() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            check(text(random));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void knowsWhatIsNoNumber(String text) {
        NumberValue number = new NumberValue();
        number.read(text);
        assertThat(number.kind).isEqualTo(NumberValue.SPECIAL);
        assertThat(Double.valueOf(number.real)).isEqualTo(Double.valueOf(text));
    }

    private static String text(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(20) - 8));
            case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong() & 0x7FEF_FFFF_FFFF_FFFFL));
            case 2 -> Long.toString(random.nextLong());
            case 3 -> String.format(Locale.ROOT, "%.6f", random.nextGaussian() * 1000);
            case 4 -> random.nextLong() + "." + random.nextInt(Integer.MAX_VALUE) + "e" + (random.nextInt(60) - 30);
            default -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(12) - 6).toString();
        };
    }

    private static void check(String text) {
        NumberValue number = new NumberValue();
        number.read(text);
        BigDecimal exact = new BigDecimal(text);
        double nearest = exact.doubleValue();
        boolean isLong = exact.signum() == 0 || (exact.stripTrailingZeros().scale() <= 0 && exact.precision() - exact.scale() <= 19
                && exact.toBigInteger().bitLength() < Long.SIZE);
        if (isLong) {
            assertThat(number.kind).as(text).isEqualTo(NumberValue.LONG);
            assertThat(number.integer).as(text).isEqualTo(exact.longValueExact());
        } else if (!Double.isInfinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0) {
            assertThat(number.kind).as(text).isEqualTo(NumberValue.DOUBLE);
            assertThat(number.real).as(text).isEqualTo(nearest);
        } else {
            assertThat(number.kind).as(text).isEqualTo(NumberValue.BIG);
        }
        assertThat(number.decimal()).as(text).isEqualByComparingTo(exact);
    }
}
