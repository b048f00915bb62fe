package org.godwit.engine.profile;

/**
 * How many different values there were: counted exactly (by hash) up to 64, estimated above with 1,024 registers,
 * about 3 % off. The result depends on the set of values only. Not thread-safe.
 */
final class Distinct {
    private static final int MAX_EXACT = 64;
    private static final int REGISTER_BITS = 10;
    private static final int REGISTERS = 1 << REGISTER_BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private long[] exact = new long[8];
    private int count;
    private byte[] registers = new byte[0];

    /** Adds a value by its hash of 32 bits and something else that tells it from others, such as its length. */
    void add(int hash, int more) {
        long mixed = mix(((long) more << 32) ^ (hash & 0xFFFFFFFFL));
        if (registers.length > 0) {
            register(mixed);
        } else {
            addExact(mixed);
        }
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return z == 0 ? 1 : z;
    }

    private void addExact(long hash) {
        int mask = exact.length - 1;
        int slot = (int) hash & mask;
        while (exact[slot] != 0) {
            if (exact[slot] == hash) {
                return;
            }
            slot = (slot + 1) & mask;
        }
        exact[slot] = hash;
        count++;
        if (count > MAX_EXACT) {
            estimate();
        } else if (count * 2 > exact.length) {
            grow();
        }
    }

    private void grow() {
        long[] old = exact;
        exact = new long[old.length * 2];
        count = 0;
        for (long hash : old) {
            if (hash != 0) {
                addExact(hash);
            }
        }
    }

    private void estimate() {
        registers = new byte[REGISTERS];
        for (long hash : exact) {
            if (hash != 0) {
                register(hash);
            }
        }
        exact = new long[0];
    }

    private void register(long hash) {
        int index = (int) (hash >>> (64 - REGISTER_BITS));
        byte rank = (byte) (Long.numberOfLeadingZeros((hash << REGISTER_BITS) | 1L) + 1);
        if (rank > registers[index]) {
            registers[index] = rank;
        }
    }

    void merge(Distinct other) {
        if (other.registers.length == 0) {
            for (long hash : other.exact) {
                if (hash != 0 && registers.length > 0) {
                    register(hash);
                } else if (hash != 0) {
                    addExact(hash);
                }
            }
            return;
        }
        if (registers.length == 0) {
            estimate();
        }
        for (int i = 0; i < REGISTERS; i++) {
            registers[i] = (byte) Math.max(registers[i], other.registers[i]);
        }
    }

    long value() {
        if (registers.length == 0) {
            return count;
        }
        double sum = 0;
        int zeros = 0;
        for (byte rank : registers) {
            sum += 1.0 / (1L << rank);
            zeros += rank == 0 ? 1 : 0;
        }
        double estimate = ALPHA * REGISTERS * REGISTERS / sum;
        if (estimate <= 2.5 * REGISTERS && zeros > 0) {
            estimate = REGISTERS * Math.log((double) REGISTERS / zeros);
        }
        return Math.max(MAX_EXACT + 1, Math.round(estimate));
    }
}
