package org.godwit.engine.profile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.godwit.model.PathProfile;
import org.godwit.shred.DecimalText;
import org.godwit.shred.ShortDoubles;

/** What all numbers at a path have in common; every value is looked at, exactly. Not thread-safe. */
final class Numbers {
    private static final int EXACT_DIGITS = 15;
    private static final int MAX_DOUBLE_DIGITS = 17;
    private static final int SAFE_EXPONENT = 290;
    private static final int DECIMAL_DIGITS = 38;
    private static final int MAX_TEXT = 400;
    private static final long EXACT_INTEGER = 1L << 53;
    private static final int PRIME = 31;
    private static final int PRIME_2 = PRIME * PRIME;
    private static final int PRIME_3 = PRIME_2 * PRIME;
    private static final int PRIME_4 = PRIME_3 * PRIME;
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

    // The number being read, and its digits and exponent without zeros at the end.
    private final DecimalText number = new DecimalText();
    private int digits;
    private int exponent;

    /** Adds a number as it was written, in ASCII; {@link DecimalText#SLACK} bytes stand behind it. */
    void add(byte[] text, int from, int to) {
        byte first = text[from];
        if (first == 'N' || first == 'I' || (first == '-' && text[from + 1] == 'I')) {
            specials++;
            fitsLong = false;
            fitsHugeInt = false;
            return;
        }
        number.read(text, from, to);
        digits = number.count() - number.zeros();
        exponent = digits == 0 ? 0 : number.lastPower() + number.zeros();
        if (number.isWhole()) {
            integers++;
            if (digits + exponent > DecimalText.SAFE_DIGITS) {
                checkBigInteger(string(text, from, to));
            }
        } else {
            fitsLong = false;
            fitsHugeInt = false;
        }
        countDigits();
        bound(text, from, to, value(text, from, to));
    }

    /** Returns what {@link String#hashCode} says of a number's text. */
    static int textHash(byte[] text, int from, int to) {
        int hash = 0;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            hash = hash * PRIME_4 + text[at] * PRIME_3 + text[at + 1] * PRIME_2 + text[at + 2] * PRIME + text[at + 3];
        }
        for (; at < to; at++) {
            hash = hash * PRIME + text[at];
        }
        return hash;
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
    private double value(byte[] bytes, int from, int to) {
        boolean negative = number.isNegative();
        long mantissa = number.digits();
        int mantissaExponent = number.exponent();
        int magnitude = digits + exponent;
        boolean sure = digits == 0 || (digits <= EXACT_DIGITS && magnitude > -SAFE_EXPONENT && magnitude < SAFE_EXPONENT);
        if (sure && number.isShort() && mantissa <= EXACT_INTEGER && Math.abs(mantissaExponent) < POWERS.length) {
            double value = mantissaExponent < 0 ? mantissa / POWERS[-mantissaExponent] : mantissa * POWERS[mantissaExponent];
            return negative ? -value : value;
        }
        double quick = number.isShort() ? ShortDoubles.nearest(mantissa, mantissaExponent) : Double.NaN;
        if (quick > 0) {
            boolean exact = sure || (digits <= MAX_DOUBLE_DIGITS && ShortDoubles.isShortest(quick, mantissa, mantissaExponent));
            notDouble += exact ? 0 : 1;
            return negative ? -quick : quick;
        }
        String text = string(bytes, from, to);
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

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void bound(byte[] text, int from, int to, double value) {
        boolean lower = value < min || (value == min && !isText(minText, text, from, to));
        boolean higher = value > max || (value == max && !isText(maxText, text, from, to));
        if (lower || higher) {
            bound(string(text, from, to), value);
        }
    }

    private static boolean isText(String text, byte[] bytes, int from, int to) {
        int length = text.length();
        if (to - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
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
