package org.godwit.shred;

/**
 * What one JSON document may hold before it is refused, so that no input can exhaust memory or the stack.
 *
 * @param depth nested objects and arrays
 * @param stringChars UTF-16 units of one string or member name
 * @param numberChars characters of one number
 * @param nodes values of all kinds
 * @param documentBytes bytes of the whole text
 */
public record JsonLimits(int depth, int stringChars, int numberChars, int nodes, int documentBytes) {
    private static final long MIN_DOCUMENT_BYTES = 16L << 20;
    private static final long MAX_DOCUMENT_BYTES = 1L << 30;
    private static final long MIN_NODES = 1_000_000;
    private static final long MAX_NODES = 200_000_000;
    /** A node of a tape with its text takes about this many bytes; a document may take an eighth of the heap. */
    private static final long BYTES_PER_NODE = 80;

    /** Returns the limits for a program that may use so much memory, as {@link Runtime#maxMemory()} says it. */
    public static JsonLimits forHeap(long maxHeapBytes) {
        return new JsonLimits(
                1000,
                16 << 20,
                1000,
                (int) Math.min(MAX_NODES, Math.max(MIN_NODES, maxHeapBytes / 8 / BYTES_PER_NODE)),
                (int) Math.min(MAX_DOCUMENT_BYTES, Math.max(MIN_DOCUMENT_BYTES, maxHeapBytes / 16)));
    }
}
