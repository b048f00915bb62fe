package org.godwit.shred;

/**
 * A decimal number as it is written, taken apart: its digits, where the point stands, and the power of ten that follows.
 * Eight digits are read at once (the way of Lemire). Filled again and again; not thread-safe.
 */
public final class DecimalText {
    /** Bytes that must be there behind a text: they are read, but nothing is made of them. */
    public static final int SLACK = 8;

    /** So many digits always fit 64 bits. */
    public static final int SAFE_DIGITS = 18;

    /** Powers beyond are taken to be this one, and so is what is no power. */
    private static final int MAX_POWER = 100_000;

    private static final long ZEROS = 0x3030303030303030L;
    /** Brings a byte above 9 to 128 or more. */
    private static final long ABOVE_NINE = 0x7676767676767676L;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long PAIRS = 0x00FF00FF00FF00FFL;
    private static final long FOURS = 0x0000FFFF0000FFFFL;
    private static final int LOWER_CASE = 0x20;
    private static final long[] TENS = new long[SAFE_DIGITS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private boolean negative;
    private boolean whole;
    private long digits;
    private int count;
    private int zeros;
    private int fraction;
    private int unread;
    private int power;

    /** Writes a text as {@link #read} wants it; characters beyond ASCII become something that is no number. */
    static void write(String text, byte[] bytes, int from) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[from + i] = c < 128 ? (byte) c : (byte) -1;
        }
    }

    /**
     * Reads a number as JSON writes it; of other texts what comes of them.
     *
     * @param text ASCII, and {@link #SLACK} bytes more
     * @param to the byte after the number
     */
    public void read(byte[] text, int from, int to) {
        negative = text[from] == '-';
        int start = negative ? from + 1 : from;
        digits = 0;
        int at = run(text, start, to);
        int counted = at - start;
        fraction = 0;
        boolean point = at < to && text[at] == '.';
        if (point) {
            int first = at + 1;
            at = run(text, first, to);
            fraction = at - first;
            counted += fraction;
        }
        whole = !point && at == to && counted > 0;
        power = at < to ? power(text, at, to) : 0;
        unread = 0;
        count = -1;
        if (counted > SAFE_DIGITS) {
            readLong(text, start, at);
        }
    }

    /** Appends the digits from here on, and returns the end of them. */
    private int run(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            long eight = (long) Utf8.LONGS.get(text, at) ^ ZEROS;
            long others = ((eight + ABOVE_NINE) | eight) & HIGH_BITS;
            int n = Math.min(others == 0 ? 8 : (Long.numberOfTrailingZeros(others) >>> 3), to - at);
            if (n == 0) {
                break;
            }
            // What is not there becomes zeros in front.
            long value = eight << (64 - 8 * n);
            value = ((value * 2561) >>> 8) & PAIRS;
            value = ((value * 6_553_601) >>> 16) & FOURS;
            value = (value * 42_949_672_960_001L) >>> 32;
            digits = digits * TENS[n] + value;
            at += n;
            if (n < 8) {
                break;
            }
        }
        return at;
    }

    /** Reads more digits than are kept. */
    private void readLong(byte[] text, int from, int to) {
        digits = 0;
        count = 0;
        zeros = 0;
        unread = 0;
        for (int at = from; at < to; at++) {
            int digit = text[at] - '0';
            if (text[at] == '.' || (count == 0 && digit == 0)) {
                continue;
            }
            zeros = digit == 0 ? zeros + 1 : 0;
            if (++count <= SAFE_DIGITS) {
                digits = digits * 10 + digit;
            } else {
                unread++;
            }
        }
    }

    private static int power(byte[] text, int from, int to) {
        if ((text[from] | LOWER_CASE) != 'e' || from + 1 == to) {
            return MAX_POWER;
        }
        byte sign = text[from + 1];
        int value = 0;
        int first = sign == '-' || sign == '+' ? from + 2 : from + 1;
        for (int at = first; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return MAX_POWER;
            }
            value = Math.min(MAX_POWER, value * 10 + digit);
        }
        return first == to ? MAX_POWER : sign == '-' ? -value : value;
    }

    private void countDigits() {
        // 1233 / 4096 is a little more than log10(2).
        int length = ((Long.SIZE - Long.numberOfLeadingZeros(digits)) * 1233) >>> 12;
        count = length + (digits >= TENS[length] ? 1 : 0);
        zeros = 0;
        for (long left = digits; left != 0 && (left & 1) == 0 && left % 10 == 0; left /= 10) {
            zeros++;
        }
    }

    public boolean isNegative() {
        return negative;
    }

    /** Returns whether there is neither a point nor a power. */
    public boolean isWhole() {
        return whole;
    }

    /** Returns the digits after leading zeros as a number; the first {@link #SAFE_DIGITS} of them if there are more. */
    public long digits() {
        return digits;
    }

    /** Returns whether {@link #digits()} are all of them. */
    public boolean isShort() {
        return unread == 0;
    }

    /** Returns how many digits there are after leading zeros. */
    public int count() {
        if (count < 0) {
            countDigits();
        }
        return count;
    }

    /** Returns how many of these are zeros at the end. */
    public int zeros() {
        if (count < 0) {
            countDigits();
        }
        return zeros;
    }

    /** Returns the power of ten of the last digit. */
    public int lastPower() {
        return power - fraction;
    }

    /** Returns the power of ten that {@link #digits()} are to be multiplied with. */
    public int exponent() {
        return power - fraction + unread;
    }
}
