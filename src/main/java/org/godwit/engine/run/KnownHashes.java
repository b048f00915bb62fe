package org.godwit.engine.run;

import org.godwit.shred.DocumentHash;

/** A set of hashes at 32 bytes each at most, since a table that was loaded before has one for each row. Filled by one thread. */
final class KnownHashes {
    private static final int LANES = 2;

    private long[] slots = new long[64];
    private int size;
    private boolean zero;

    void add(DocumentHash hash) {
        if (hash.high() == 0 && hash.low() == 0) {
            zero = true;
            return;
        }
        if ((size + 1) * LANES > slots.length / LANES) {
            grow();
        }
        size += put(slots, hash.high(), hash.low()) ? 1 : 0;
    }

    boolean has(DocumentHash hash) {
        if (hash.high() == 0 && hash.low() == 0) {
            return zero;
        }
        int at = slot(slots, hash.high(), hash.low());
        return slots[at] != 0 || slots[at + 1] != 0;
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

    private static boolean put(long[] slots, long high, long low) {
        int at = slot(slots, high, low);
        boolean isNew = slots[at] == 0 && slots[at + 1] == 0;
        slots[at] = high;
        slots[at + 1] = low;
        return isNew;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += LANES) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                put(larger, slots[i], slots[i + 1]);
            }
        }
        slots = larger;
    }
}
