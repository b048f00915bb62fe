package org.godwit.shred;

import java.math.BigDecimal;

/**
 * Hashes of leaves: where they are and what they are. A document's hash is the sum over its leaves of both lanes, so it
 * does not depend on the order of keys, on white space or on how a number is spelled; docs/decisions tells why.
 * Pure functions; the values are stored in targets, so they must never change.
 */
public final class LeafHash {
    /** The hash of the path of a document's root. */
    public static final long ROOT = 0x6a09e667f3bcc908L;

    public static final long NULL = mix(0x3c6ef372fe94f82bL);
    public static final long TRUE = mix(0xa54ff53a5f1d36f1L);
    public static final long FALSE = mix(0x510e527fade682d1L);
    public static final long EMPTY_OBJECT = mix(0x9b05688c2b3e6c1fL);
    public static final long EMPTY_ARRAY = mix(0x1f83d9abfb41bd6bL);

    private static final long KEY_SALT = 0x5be0cd19137e2179L;
    private static final long INDEX_SALT = 0xcbbb9d5dc1059ed8L;
    private static final long STRING_SALT = 0x629a292a367cd507L;
    private static final long LONG_SALT = 0x9159015a3070dd17L;
    private static final long DOUBLE_SALT = 0x152fecd8f70e5939L;
    private static final long BIG_SALT = 0x67332667ffc00b31L;
    private static final long SPECIAL_SALT = 0x8eb44a8768581511L;
    private static final long LANE = 0xdb0c2e0d64f98fa7L;
    private static final long TEXT_PRIME = 0x100000001b3L;
    // Its powers, by 64 bits.
    private static final long PRIME_2 = 0x366000002e329L;
    private static final long PRIME_3 = 0x8a97b0004e7feabL;
    private static final long PRIME_4 = 0x9ffaac085635bc91L;
    private static final long PRIME_5 = 0xcaee32a7d4f6a63L;
    private static final long PRIME_6 = 0xdc966432edf1c639L;
    private static final long PRIME_7 = 0xc5527b8a51d3d2dbL;
    private static final long PRIME_8 = 0x1efac7090aef4a21L;
    private static final long PRIME = 0x9e3779b97f4a7c15L;

    private LeafHash() {}

    /** Spreads the bits of a number over all 64 (the finaliser of SplitMix64, by Steele, Lea and Flood). */
    static long mix(long value) {
        long z = value + PRIME;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Returns the hash of a text alone. */
    public static long text(String text) {
        int length = text.length();
        long hash = length;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long first = text.charAt(i) * PRIME_7 + text.charAt(i + 1) * PRIME_6 + text.charAt(i + 2) * PRIME_5 + text.charAt(i + 3) * PRIME_4;
            long last = text.charAt(i + 4) * PRIME_3 + text.charAt(i + 5) * PRIME_2 + text.charAt(i + 6) * TEXT_PRIME + text.charAt(i + 7);
            hash = fold(hash * PRIME_8 + first + last);
        }
        for (; i < length; i++) {
            hash = hash * TEXT_PRIME + text.charAt(i);
        }
        return mix(hash);
    }

    /** Ends eight letters. They are a polynomial of the prime, whose powers need not wait for each other. */
    private static long fold(long hash) {
        return hash ^ hash >>> 29;
    }

    /** Returns the hash of a member's path. */
    public static long member(long parent, long keyTextHash) {
        return mix(parent ^ (keyTextHash + KEY_SALT));
    }

    /** Returns the hash of an element's path. */
    public static long element(long parent, long position) {
        return mix(parent ^ mix(position + INDEX_SALT));
    }

    public static long string(String value) {
        return string(text(value));
    }

    private static long string(long textHash) {
        return mix(textHash ^ STRING_SALT);
    }

    /** Returns the same of a text in the form in which it came: a String or a {@link Utf8Text}. */
    static long asItCame(Object value) {
        return string(textAsItCame(value));
    }

    /** Returns {@link #text} of a text in the form in which it came. */
    static long textAsItCame(Object value) {
        return value instanceof Utf8Text text ? text.hash() : text((String) value);
    }

    /** Returns {@link #text} of the text that the bytes are; characters beyond ASCII are decoded. */
    static long utf8(Utf8Text value) {
        byte[] bytes = value.bytes();
        int length = bytes.length;
        long hash = length;
        int signs = 0;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long first = bytes[i] * PRIME_7 + bytes[i + 1] * PRIME_6 + bytes[i + 2] * PRIME_5 + bytes[i + 3] * PRIME_4;
            long last = bytes[i + 4] * PRIME_3 + bytes[i + 5] * PRIME_2 + bytes[i + 6] * TEXT_PRIME + bytes[i + 7];
            signs |= bytes[i] | bytes[i + 1] | bytes[i + 2] | bytes[i + 3] | bytes[i + 4] | bytes[i + 5] | bytes[i + 6] | bytes[i + 7];
            hash = fold(hash * PRIME_8 + first + last);
        }
        for (; i < length; i++) {
            signs |= bytes[i];
            hash = hash * TEXT_PRIME + bytes[i];
        }
        return signs < 0 ? text(value.toString()) : mix(hash);
    }

    /** Returns the hash of a number that is an integer of at most 64 bits. */
    public static long integer(long value) {
        return mix(value ^ LONG_SALT);
    }

    /** Returns the hash of a number that is no such integer and equals its double's shortest text. */
    public static long real(double value) {
        return mix(Double.doubleToLongBits(value) ^ DOUBLE_SALT);
    }

    /** Returns the hash of any other number. */
    public static long big(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return mix(text(plain.unscaledValue().toString()) ^ mix(plain.scale()) ^ BIG_SALT);
    }

    /** Returns the hash of NaN, an infinity, or a number whose exponent is beyond all reckoning. */
    public static long special(String text) {
        return mix(text(text) ^ SPECIAL_SALT);
    }

    public static long first(long path, long value) {
        return mix(path ^ (value * PRIME));
    }

    public static long second(long path, long value) {
        return mix((path * LANE) ^ value);
    }

    /**
     * Returns what one lane of a document's hash adds to that lane of its part's hash.
     *
     * @param place among the documents of the part, from 0
     */
    public static long inPart(long lane, long place) {
        return mix(lane ^ mix(place + PRIME));
    }
}
