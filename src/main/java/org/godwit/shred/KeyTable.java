package org.godwit.shred;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers member names, so that looking one up compares integers. Thread-safe; one for all workers of a run.
 * After {@link #LIMIT} names (keys that are data) no more are numbered: such names have {@link #UNNUMBERED}
 * in every tape and plan alike and are compared as text.
 */
public final class KeyTable {
    /** The number of every name that has none of its own. */
    public static final int UNNUMBERED = -2;

    private static final int LIMIT = 1 << 20;

    private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** Returns the number of a name, the same at every call. */
    public int id(String key) {
        Integer id = ids.get(key);
        if (id != null) {
            return id;
        }
        if (next.get() >= LIMIT) {
            return UNNUMBERED;
        }
        return ids.computeIfAbsent(key, k -> next.getAndIncrement());
    }
}
