package org.godwit.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.godwit.shred.DocumentHash;

/**
 * The hashes of the documents that a file had, and how often it had each: documents may be the same. At 40 bytes each at most, since a
 * table that was loaded before has one for each row. Filled by one thread; then any number may take from it.
 */
final class KnownHashes {
    private static final int LANES = 2;
    private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(int[].class);

    private long[] slots = new long[64];
    private int[] counts = new int[slots.length / LANES];
    private int size;
    private final AtomicInteger zeros = new AtomicInteger();

    void add(DocumentHash hash) {
        if (hash.high() == 0 && hash.low() == 0) {
            zeros.incrementAndGet();
            return;
        }
        add(hash.high(), hash.low(), 1);
    }

    void addAll(KnownHashes others) {
        zeros.addAndGet(others.zeros.get());
        for (int i = 0; i < others.slots.length; i += LANES) {
            if (others.slots[i] != 0 || others.slots[i + 1] != 0) {
                add(others.slots[i], others.slots[i + 1], others.counts[i / LANES]);
            }
        }
    }

    private void add(long high, long low, int count) {
        if ((size + 1) * LANES > slots.length / LANES) {
            grow();
        }
        size += put(high, low, count) ? 1 : 0;
    }

    /** Returns whether there is one more of these; then there is one less. */
    boolean take(DocumentHash hash) {
        if (hash.high() == 0 && hash.low() == 0) {
            return zeros.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
        int at = slot(slots, hash.high(), hash.low()) / LANES;
        int left = (int) COUNT.getVolatile(counts, at);
        while (left > 0 && !COUNT.compareAndSet(counts, at, left, left - 1)) {
            left = (int) COUNT.getVolatile(counts, at);
        }
        return left > 0;
    }

    /** Returns how many nobody has taken. */
    long left() {
        return zeros.get() + IntStream.of(counts).asLongStream().sum();
    }

    /** Returns the slot of a hash, or the free one where it belongs. */
    private static int slot(long[] slots, long high, long low) {
        int mask = slots.length - 1;
        // Lanes are well mixed: any bits of them will do.
        int at = (int) low * LANES & mask;
        while ((slots[at] != 0 || slots[at + 1] != 0) && (slots[at] != high || slots[at + 1] != low)) {
            at = at + LANES & mask;
        }
        return at;
    }

    private boolean put(long high, long low, int count) {
        int at = slot(slots, high, low);
        boolean isNew = slots[at] == 0 && slots[at + 1] == 0;
        slots[at] = high;
        slots[at + 1] = low;
        counts[at / LANES] += count;
        return isNew;
    }

    private void grow() {
        long[] before = slots;
        int[] countsBefore = counts;
        slots = new long[before.length * 2];
        counts = new int[slots.length / LANES];
        for (int i = 0; i < before.length; i += LANES) {
            if (before[i] != 0 || before[i + 1] != 0) {
                put(before[i], before[i + 1], countsBefore[i / LANES]);
            }
        }
    }
}
