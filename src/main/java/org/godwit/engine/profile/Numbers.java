package org.godwit.engine.profile;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.godwit.model.PathProfile;
import org.godwit.shred.ShortDoubles;

/** What all numbers at a path have in common; every value is looked at, exactly. Not thread-safe. */
final class Numbers {
    private static final int EXACT_DIGITS = 15;
    private static final int MAX_DOUBLE_DIGITS = 17;
    private static final int SAFE_EXPONENT = 290;
    private static final int LONG_DIGITS = 18;
    private static final int DECIMAL_DIGITS = 38;
    private static final int MAX_TEXT = 400;
    private static final int HUGE_EXPONENT = 100_000;
    private static final long EXACT_INTEGER = 1L << 53;
    private static final double[] POWERS = new double[23];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private long integers;
    private long specials;
    private long notDouble;
    private int integerDigits;
    private int fractionDigits;
    private boolean tooLong;
    private boolean fitsLong = true;
    private boolean fitsHugeInt = true;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private String minText = "";
    private String maxText = "";

    // The number being read: digits * 10^exponent, digits without zeros at the end.
    private long mantissa;
    private int mantissaDigits;
    private int digits;
    private int exponent;
    private int mantissaExponent;
    private boolean plainInteger;

    void add(String text) {
        char first = text.charAt(0);
        if (first == 'N' || first == 'I' || (first == '-' && text.length() > 1 && text.charAt(1) == 'I')) {
            specials++;
            fitsLong = false;
            fitsHugeInt = false;
            return;
        }
        scan(text, first == '-' ? 1 : 0);
        if (plainInteger) {
            integers++;
            if (digits + exponent > LONG_DIGITS) {
                checkBigInteger(text);
            }
        } else {
            fitsLong = false;
            fitsHugeInt = false;
        }
        countDigits();
        bound(text, value(text, first == '-'));
    }

    private void scan(String text, int from) {
        long value = 0;
        int count = 0;
        int zeros = 0;
        int fraction = 0;
        boolean point = false;
        int length = text.length();
        int at = from;
        int written = 0;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c == '.') {
                point = true;
                continue;
            }
            int digit = c - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            fraction += point ? 1 : 0;
            zeros = digit == 0 ? zeros + 1 : 0;
            if (count > 0 || digit != 0) {
                count++;
                if (count <= LONG_DIGITS) {
                    value = value * 10 + digit;
                    written = point ? fraction : 0;
                }
            }
        }
        int power = at < length ? power(text, at + 1) : 0;
        mantissa = value;
        mantissaDigits = count;
        mantissaExponent = power - written;
        digits = count == 0 ? 0 : count - zeros;
        exponent = count == 0 ? 0 : power - fraction + zeros;
        plainInteger = !point && at == length;
    }

    private static int power(String text, int from) {
        char sign = text.charAt(from);
        int value = 0;
        for (int at = sign == '-' || sign == '+' ? from + 1 : from; at < text.length(); at++) {
            value = Math.min(HUGE_EXPONENT, value * 10 + text.charAt(at) - '0');
        }
        return sign == '-' ? -value : value;
    }

    private void checkBigInteger(String text) {
        if (digits + exponent > DECIMAL_DIGITS + 1) {
            fitsLong = false;
            fitsHugeInt = false;
            return;
        }
        int bits = new BigInteger(text).bitLength();
        fitsLong &= bits < Long.SIZE;
        fitsHugeInt &= bits < 2 * Long.SIZE;
    }

    private void countDigits() {
        int before = digits + exponent;
        if (before > integerDigits) {
            integerDigits = before;
        }
        if (-exponent > fractionDigits) {
            fractionDigits = -exponent;
        }
        if (fractionDigits > DECIMAL_DIGITS) {
            tooLong = true;
        }
    }

    /** The nearest double; counts the number if that is not its exact equal. */
    private double value(String text, boolean negative) {
        int magnitude = digits + exponent;
        boolean sure = digits == 0 || (digits <= EXACT_DIGITS && magnitude > -SAFE_EXPONENT && magnitude < SAFE_EXPONENT);
        if (sure && mantissaDigits <= LONG_DIGITS && mantissa <= EXACT_INTEGER && Math.abs(mantissaExponent) < POWERS.length) {
            double value = mantissaExponent < 0 ? mantissa / POWERS[-mantissaExponent] : mantissa * POWERS[mantissaExponent];
            return negative ? -value : value;
        }
        double quick = mantissaDigits <= LONG_DIGITS ? ShortDoubles.nearest(mantissa, mantissaExponent) : Double.NaN;
        if (quick > 0) {
            boolean exact = sure || (digits <= MAX_DOUBLE_DIGITS && ShortDoubles.isShortest(quick, mantissa, mantissaExponent));
            notDouble += exact ? 0 : 1;
            return negative ? -quick : quick;
        }
        double value = Double.parseDouble(text);
        if (!sure && (digits > MAX_DOUBLE_DIGITS || !isShortest(text, value))) {
            notDouble++;
        }
        return value;
    }

    private static boolean isShortest(String text, double value) {
        String shortest = Double.toString(value);
        if (shortest.equals(text)) {
            return true;
        }
        return text.length() <= MAX_TEXT && !Double.isInfinite(value) && new BigDecimal(shortest).compareTo(new BigDecimal(text)) == 0;
    }

    private void bound(String text, double value) {
        if (value <= min && (value < min || minText.isEmpty() || less(text, minText))) {
            min = value;
            minText = text;
        }
        if (value >= max && (value > max || maxText.isEmpty() || less(maxText, text))) {
            max = value;
            maxText = text;
        }
    }

    /** For numbers with the same nearest double; of equal numbers the text decides, so that the order of files does not. */
    private static boolean less(String a, String b) {
        if (a.equals(b)) {
            return false;
        }
        boolean exact = a.length() <= MAX_TEXT && b.length() <= MAX_TEXT;
        int order = exact ? compareExact(a, b) : 0;
        return order < 0 || (order == 0 && a.compareTo(b) < 0);
    }

    private static int compareExact(String a, String b) {
        BigDecimal x = new BigDecimal(a);
        BigDecimal y = new BigDecimal(b);
        boolean far = Math.abs((long) x.scale()) > MAX_TEXT || Math.abs((long) y.scale()) > MAX_TEXT;
        return far ? 0 : x.compareTo(y);
    }

    void merge(Numbers other) {
        integers += other.integers;
        specials += other.specials;
        notDouble += other.notDouble;
        integerDigits = Math.max(integerDigits, other.integerDigits);
        fractionDigits = Math.max(fractionDigits, other.fractionDigits);
        tooLong |= other.tooLong;
        fitsLong &= other.fitsLong;
        fitsHugeInt &= other.fitsHugeInt;
        if (!other.minText.isEmpty()) {
            bound(other.minText, other.min);
            bound(other.maxText, other.max);
        }
    }

    PathProfile.NumberFacts facts() {
        return new PathProfile.NumberFacts(
                integers, specials, notDouble, integerDigits, tooLong ? -1 : fractionDigits, fitsLong, fitsHugeInt, minText, maxText);
    }
}
