package org.godwit.shred;

import java.math.BigInteger;

/**
 * From up to 18 decimal digits to the nearest double, and back to its shortest decimal, without making objects: what
 * {@link Double#parseDouble} and {@link Double#toString} do, for the numbers that measurements are full of. The
 * reading follows Lemire's, the writing Giulietti's published method, both with powers of 128 bits.
 */
public final class ShortDoubles {
    private static final int MAX_EXPONENT = 120;
    private static final int POWERS = 2 * MAX_EXPONENT + 1;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final int BIAS = 1023;
    private static final long LOW_63 = Long.MAX_VALUE;

    /** 5^q, its highest 128 bits; rounded down for positive, up for negative q. */
    private static final long[] FIVE_HIGH = new long[POWERS];

    private static final long[] FIVE_LOW = new long[POWERS];

    /** 10^-k as 126 bits, rounded up, in two words of 63. */
    private static final long[] TEN_HIGH = new long[POWERS];

    private static final long[] TEN_LOW = new long[POWERS];

    static {
        for (int i = 0; i < POWERS; i++) {
            initFive(i - MAX_EXPONENT, i);
            initTen(i - MAX_EXPONENT, i);
        }
    }

    private ShortDoubles() {}

    private static void initFive(int q, int at) {
        BigInteger power = BigInteger.valueOf(5).pow(Math.abs(q));
        BigInteger bits;
        if (q >= 0) {
            int shift = 128 - power.bitLength();
            bits = shift >= 0 ? power.shiftLeft(shift) : power.shiftRight(-shift);
        } else {
            bits = BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power).add(BigInteger.ONE);
        }
        FIVE_HIGH[at] = bits.shiftRight(64).longValue();
        FIVE_LOW[at] = bits.longValue();
    }

    private static void initTen(int k, int at) {
        int r = floorLog2OfTen(-k) - 125;
        BigInteger power = BigInteger.TEN.pow(Math.abs(k));
        BigInteger g;
        if (k <= 0) {
            g = r >= 0 ? power.shiftRight(r) : power.shiftLeft(-r);
        } else {
            g = BigInteger.ONE.shiftLeft(-r).divide(power);
        }
        g = g.add(BigInteger.ONE);
        TEN_HIGH[at] = g.shiftRight(63).longValue();
        TEN_LOW[at] = g.longValue() & LOW_63;
    }

    /**
     * Returns the double that is nearest to {@code digits * 10^exponent}, or NaN if this quick way is not sure.
     *
     * @param digits not negative
     */
    public static double nearest(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        if (exponent < -MAX_EXPONENT || exponent > MAX_EXPONENT) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        int at = exponent + MAX_EXPONENT;
        long low = w * FIVE_HIGH[at];
        long high = multiplyHigh(w, FIVE_HIGH[at]);
        if ((high & 0x1FF) == 0x1FF) {
            long more = multiplyHigh(w, FIVE_LOW[at]);
            low += more;
            high += Long.compareUnsigned(more, low) > 0 ? 1 : 0;
        }
        boolean unsure = low == -1L && (exponent < -27 || exponent > 55);
        int upper = (int) (high >>> 63);
        int shift = upper + 64 - MANTISSA_BITS - 3;
        long mantissa = high >>> shift;
        int power = ((217_706 * exponent) >> 16) + 63 + upper - zeros + BIAS;
        if (unsure || power <= 0 || power >= 2 * BIAS) {
            return Double.NaN;
        }
        boolean mayBeHalf = Long.compareUnsigned(low, 1) <= 0 && exponent >= -4 && exponent <= 23 && (mantissa & 3) == 1;
        if (mayBeHalf && mantissa << shift == high) {
            mantissa &= ~1L;
        }
        mantissa += mantissa & 1;
        mantissa >>>= 1;
        if (mantissa >= 2L << MANTISSA_BITS) {
            mantissa = 1L << MANTISSA_BITS;
            power++;
        }
        return Double.longBitsToDouble((mantissa & MANTISSA_MASK) | ((long) power << MANTISSA_BITS));
    }

    /**
     * Returns whether the shortest decimal of a double is {@code digits * 10^exponent}.
     *
     * @param value positive, normal
     * @param digits at most 18 of them, positive
     */
    public static boolean isShortest(double value, long digits, int exponent) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & MANTISSA_MASK;
        int power = (int) (bits >>> MANTISSA_BITS);
        int q = power - BIAS - MANTISSA_BITS;
        int k = (int) ((q * 661_971_961_083L) >> 41);
        if (fraction == 0 || power <= 0 || power >= 2 * BIAS || k < -MAX_EXPONENT || k > MAX_EXPONENT) {
            return sameAsText(value, digits, exponent);
        }
        long shortest = shortest(fraction | (1L << MANTISSA_BITS), q, k);
        if (k == exponent) {
            return shortest == digits;
        }
        int more = exponent - k;
        long other = digits;
        for (; more > 0 && other <= Long.MAX_VALUE / 10; more--) {
            other *= 10;
        }
        for (; more < 0 && other % 10 == 0; more++) {
            other /= 10;
        }
        return more == 0 && other == shortest;
    }

    private static boolean sameAsText(double value, long digits, int exponent) {
        return new java.math.BigDecimal(Double.toString(value))
                        .compareTo(new java.math.BigDecimal(BigInteger.valueOf(digits), -exponent))
                == 0;
    }

    /** The digits of the shortest decimal, times 10^k, of c * 2^q; not for powers of two. */
    private static long shortest(long c, int q, int k) {
        long odd = c & 1;
        int h = q + floorLog2OfTen(-k) + 2;
        long g1 = TEN_HIGH[k + MAX_EXPONENT];
        long g0 = TEN_LOW[k + MAX_EXPONENT];
        long value = scaled(g1, g0, (c << 2) << h);
        long left = scaled(g1, g0, ((c << 2) - 2) << h);
        long right = scaled(g1, g0, ((c << 2) + 2) << h);
        long s = value >> 2;
        long tens = s / 10 * 10;
        boolean lowerTen = left + odd <= tens << 2;
        boolean upperTen = ((tens + 10) << 2) + odd <= right;
        if (lowerTen != upperTen) {
            return lowerTen ? tens : tens + 10;
        }
        boolean lower = left + odd <= s << 2;
        boolean upper = ((s + 1) << 2) + odd <= right;
        if (lower != upper) {
            return lower ? s : s + 1;
        }
        long middle = value - ((s + s + 1) << 1);
        return middle < 0 || (middle == 0 && (s & 1) == 0) ? s : s + 1;
    }

    /** The product of g and cp, rounded to odd. */
    private static long scaled(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (((z & LOW_63) + LOW_63) >>> 63);
    }

    private static int floorLog2OfTen(int exponent) {
        return (int) ((exponent * 913_124_641_741L) >> 38);
    }

    /** The high word of a product of unsigned words. */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
