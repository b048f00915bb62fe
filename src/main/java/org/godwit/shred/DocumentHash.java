package org.godwit.shred;

/**
 * The hash of a document: both sums over its leaves, 128 bits in all; see {@link LeafHash}.
 *
 * @param high the first lane
 * @param low the second lane
 */
public record DocumentHash(long high, long low) {
    private static final int DIGITS = 16;

    /** Returns 32 hex digits. */
    @Override
    public String toString() {
        return hex(high) + hex(low);
    }

    private static String hex(long lane) {
        String digits = Long.toHexString(lane);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
