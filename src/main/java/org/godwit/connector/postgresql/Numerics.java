package org.godwit.connector.postgresql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Reads and writes {@code numeric} in its binary form: digits of base 10,000, the first one's weight, sign and scale. Pure. */
final class Numerics {
    static final int NEGATIVE = 0x4000;

    private static final int NAN = 0xC000;
    private static final int PLUS_INFINITY = 0xD000;
    private static final int MINUS_INFINITY = 0xF000;
    private static final int BASE = 10_000;
    private static final int BASE_DIGITS = 4;
    private static final int HEADER = 4 * Short.BYTES;
    private static final int SHORT_GROUPS = 4;
    private static final int SHORT_BITS = 49;
    private static final long[] TENS = new long[19];

    static {
        Arrays.setAll(TENS, i -> BigInteger.TEN.pow(i).longValueExact());
    }

    private Numerics() {}

    private static int unsigned(byte[] bytes, int position) {
        return CopyRows.shortAt(bytes, position) & 0xffff;
    }

    /** Returns whether it is a number, and not NaN or an infinity. */
    static boolean isFinite(byte[] bytes, int start) {
        int sign = unsigned(bytes, start + 4);
        return sign == 0 || sign == NEGATIVE;
    }

    /** Returns NaN or the infinity that it is. */
    static double special(byte[] bytes, int start) {
        return switch (unsigned(bytes, start + 4)) {
            case PLUS_INFINITY -> Double.POSITIVE_INFINITY;
            case MINUS_INFINITY -> Double.NEGATIVE_INFINITY;
            case NAN -> Double.NaN;
            default -> throw new IllegalArgumentException("a finite numeric");
        };
    }

    /** Returns its digits with exactly as many after the point as the server shows. */
    static String text(byte[] bytes, int start) {
        int groups = CopyRows.shortAt(bytes, start);
        int weight = CopyRows.shortAt(bytes, start + 2);
        int scale = CopyRows.shortAt(bytes, start + 6);
        StringBuilder text = new StringBuilder(Math.max(weight, 0) * BASE_DIGITS + scale + 8);
        if (unsigned(bytes, start + 4) == NEGATIVE) {
            text.append('-');
        }
        if (weight < 0) {
            text.append('0');
        }
        for (int i = 0; i <= weight; i++) {
            int group = i < groups ? unsigned(bytes, start + HEADER + i * 2) : 0;
            if (i == 0) {
                text.append(group);
            } else {
                append(text, group);
            }
        }
        if (scale > 0) {
            text.append('.');
            int end = text.length() + scale;
            for (int i = weight + 1; text.length() < end; i++) {
                append(text, i >= 0 && i < groups ? unsigned(bytes, start + HEADER + i * 2) : 0);
            }
            text.setLength(end);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int group) {
        text.append((char) ('0' + group / 1000)).append((char) ('0' + group / 100 % 10)).append((char) ('0' + group / 10 % 10)).append((char) ('0' + group % 10));
    }

    /**
     * Returns the number with this scale.
     *
     * @throws ArithmeticException if it has more digits after the point
     */
    static BigDecimal decimal(byte[] bytes, int start, int scale) {
        int groups = CopyRows.shortAt(bytes, start);
        if (groups > SHORT_GROUPS) {
            return new BigDecimal(text(bytes, start)).setScale(scale);
        }
        long digits = 0;
        for (int i = 0; i < groups; i++) {
            digits = digits * BASE + unsigned(bytes, start + HEADER + i * 2);
        }
        if (unsigned(bytes, start + 4) == NEGATIVE) {
            digits = -digits;
        }
        int missing = scale - (groups - 1 - CopyRows.shortAt(bytes, start + 2)) * BASE_DIGITS;
        if (digits == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        if (missing > 0) {
            return BigDecimal.valueOf(digits, scale - missing).setScale(scale);
        }
        if (missing > -TENS.length && digits % TENS[-missing] == 0) {
            return BigDecimal.valueOf(digits / TENS[-missing], scale);
        }
        return new BigDecimal(text(bytes, start)).setScale(scale);
    }

    /** Writes a number of a plan, whose scale is never negative, and its length in front. */
    static void write(CopyBuffer to, BigInteger unscaled, int scale) {
        int pad = (BASE_DIGITS - scale % BASE_DIGITS) % BASE_DIGITS;
        int fractionGroups = (scale + pad) / BASE_DIGITS;
        short[] groups = unscaled.bitLength() <= SHORT_BITS
                ? groups(Math.abs(unscaled.longValue()) * TENS[pad])
                : groups(unscaled.abs().multiply(BigInteger.valueOf(TENS[pad])).toString());
        int used = groups.length;
        while (used > 0 && groups[used - 1] == 0) {
            used--;
        }
        to.putInt(HEADER + used * Short.BYTES);
        to.putShort(used);
        to.putShort(used == 0 ? 0 : groups.length - fractionGroups - 1);
        to.putShort(unscaled.signum() < 0 ? NEGATIVE : 0);
        to.putShort(scale);
        for (int i = 0; i < used; i++) {
            to.putShort(groups[i]);
        }
    }

    // Without zeros in front; the last group ends where the padded fraction ends.
    private static short[] groups(long digits) {
        int count = 0;
        for (long rest = digits; rest != 0; rest /= BASE) {
            count++;
        }
        short[] groups = new short[count];
        long rest = digits;
        for (int i = count - 1; i >= 0; i--) {
            groups[i] = (short) (rest % BASE);
            rest /= BASE;
        }
        return groups;
    }

    private static short[] groups(String digits) {
        int count = (digits.length() + BASE_DIGITS - 1) / BASE_DIGITS;
        short[] groups = new short[count];
        for (int i = 0; i < count; i++) {
            int end = digits.length() - (count - 1 - i) * BASE_DIGITS;
            groups[i] = Short.parseShort(digits.substring(Math.max(0, end - BASE_DIGITS), end));
        }
        return groups;
    }
}
