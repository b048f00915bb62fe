package org.godwit;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.godwit.duck.Library;

/** Loads what a command will need while one thread still reads its words and its plan. */
final class Ahead {
    /** Commands whose work is done in DuckDB, whatever else they are told. */
    private static final Set<String> IN_DUCKDB = Set.of("preview", "run", "migrate", "verify", "query", "matrix", "chart");

    /** Commands that read JSON, a plan at the least. */
    private static final Set<String> OF_JSON = Set.of("inspect", "plan", "preview", "run", "migrate", "verify");

    private Ahead() {}

    /** @param command the first word; nothing is loaded for one that is not known */
    static void load(String command) {
        if (IN_DUCKDB.contains(command)) {
            Library.loadAside();
        }
        if (OF_JSON.contains(command)) {
            // The class computes large powers of five as it is loaded, which takes code that is not compiled yet 0.03 s.
            Thread.ofPlatform().daemon().name("numbers").start(() -> Objects.requireNonNull(BigDecimal.ZERO));
        }
    }
}
