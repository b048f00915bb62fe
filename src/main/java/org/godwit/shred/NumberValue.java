package org.godwit.shred;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberInput;

/**
 * The exact value of a number's text, in the smallest of four kinds: an integer of 64 bits; a number that equals its
 * double's shortest text; any other number; NaN or an infinity. Equal numbers are of the same kind whatever their
 * spelling. Mutable, filled again and again; not thread-safe.
 */
final class NumberValue {
    static final byte LONG = 1;
    static final byte DOUBLE = 2;
    static final byte BIG = 3;
    static final byte SPECIAL = 4;

    /** Doubles below this are exact integers when they have no fraction. */
    static final double EXACT_INTEGERS = 9007199254740992.0;

    private static final int LONG_DIGITS = 19;

    byte kind;
    long integer;
    double real;
    @Nullable BigDecimal big;
    /** The text of a number that has no value here. */
    private String special = "";
    private final DecimalText decimal = new DecimalText();
    private byte[] bytes = new byte[64];

    /** Reads the text of a JSON number, or NaN, Infinity or -Infinity. */
    void read(String text) {
        int length = text.length();
        if (length > bytes.length - DecimalText.SLACK) {
            bytes = new byte[length + DecimalText.SLACK];
        }
        DecimalText.write(text, bytes, 0);
        big = null;
        if (!readShort(bytes, 0, length)) {
            readOther(text);
        }
    }

    /** Reads the number of a node. */
    void read(JsonTape tape, int node) {
        int from = tape.numberFrom(node);
        big = null;
        if (!readShort(tape.numbers(), from, tape.numberTo(node))) {
            readOther(tape.text(node));
        }
    }

    /** Reads what nearly all numbers are: at most 18 digits, and if there is a fraction, a double's shortest text. */
    private boolean readShort(byte[] text, int from, int to) {
        decimal.read(text, from, to);
        long digits = decimal.digits();
        boolean negative = decimal.isNegative();
        if (!decimal.isShort()) {
            return false;
        }
        if (decimal.isWhole()) {
            readLong(negative ? -digits : digits);
            return true;
        }
        int exponent = decimal.exponent();
        if (digits > 0) {
            return readReal(digits, exponent, negative);
        }
        // Of zeros with a fraction, only 0.0 is a double's shortest text that needs no sign.
        if (negative || exponent != -1) {
            return false;
        }
        readDouble(0);
        return true;
    }

    private boolean readReal(long digits, int exponent, boolean negative) {
        double value = ShortDoubles.nearest(digits, exponent);
        if (Double.isNaN(value) || !ShortDoubles.isShortest(value, digits, exponent)) {
            return false;
        }
        real = negative ? -value : value;
        fromShortest(real);
        return true;
    }

    private void readOther(String text) {
        char last = text.charAt(text.length() - 1);
        if (last == 'N' || last == 'y') {
            real = Double.parseDouble(text);
            special(text);
            return;
        }
        double value = NumberInput.parseDouble(text, true);
        real = value;
        boolean finite = !Double.isInfinite(value);
        if (finite && text.equals(Double.toString(value))) {
            fromShortest(value);
        } else {
            fromDecimal(text, finite ? value : Double.NaN);
        }
    }

    /** Reads the value of a double's shortest text: what a DOUBLE cell stands for. */
    void readDouble(double value) {
        big = null;
        real = value;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            special(Double.toString(value));
        } else {
            fromShortest(value);
        }
    }

    private void special(String text) {
        kind = SPECIAL;
        special = text;
    }

    private void fromShortest(double value) {
        if (value != Math.rint(value)) {
            kind = DOUBLE;
        } else if (Math.abs(value) < EXACT_INTEGERS) {
            kind = LONG;
            integer = (long) value;
        } else {
            fromDecimal(new BigDecimal(Double.toString(value)), value);
        }
    }

    private void fromDecimal(String text, double nearest) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            special(text);
            return;
        }
        fromDecimal(value, nearest);
    }

    /** Reads the exact value of a decimal. */
    void readDecimal(BigDecimal value) {
        double nearest = value.doubleValue();
        real = nearest;
        fromDecimal(value, Double.isInfinite(nearest) ? Double.NaN : nearest);
    }

    /** Reads an integer. */
    void readLong(long value) {
        kind = LONG;
        integer = value;
        real = value;
        big = null;
    }

    private void fromDecimal(BigDecimal value, double nearest) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        big = plain;
        if (plain.scale() <= 0 && (long) plain.precision() - plain.scale() <= LONG_DIGITS) {
            java.math.BigInteger whole = plain.toBigInteger();
            if (whole.bitLength() < Long.SIZE) {
                kind = LONG;
                integer = whole.longValue();
                real = integer;
                return;
            }
        }
        kind = !Double.isNaN(nearest) && plain.compareTo(new BigDecimal(Double.toString(nearest))) == 0 ? DOUBLE : BIG;
        real = nearest;
    }

    /** Returns the hash of a leaf of a tape; what this object was is lost. */
    long hash(JsonTape tape, int node) {
        if (tape.kind(node) != JsonTape.NUMBER) {
            return LeafValues.hash(tape, node);
        }
        read(tape, node);
        return hash();
    }

    /** Returns the hash of the value; the same for equal numbers. */
    long hash() {
        return switch (kind) {
            case LONG -> LeafHash.integer(integer);
            case DOUBLE -> LeafHash.real(real);
            case BIG -> LeafHash.big(decimal());
            default -> LeafHash.special(special);
        };
    }

    /** Returns the exact decimal; not for SPECIAL. */
    BigDecimal decimal() {
        if (big != null) {
            return big;
        }
        return kind == LONG ? BigDecimal.valueOf(integer) : new BigDecimal(Double.toString(real));
    }
}
