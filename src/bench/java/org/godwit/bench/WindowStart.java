package org.godwit.bench;

import java.io.IOException;
import java.util.List;

/** The start to the first usable window, against an empty JavaFX window with the same kind of start-up cache. */
final class WindowStart {
    static final String WORK = "start to the first usable window";
    static final double LIMIT = 1.3;

    private static final List<String> CLASSES = List.of("EmptyWindow", "EmptyWindow$Empty", "EmptyWindow$Empty$1");
    private static final int ROWS = 10;
    /** As the launcher has it for the window. */
    private static final String REFLECTION = "-Djdk.reflect.useNativeAccessorOnly=true";

    private static final List<String> PLAIN = List.of(REFLECTION);
    private static final List<String> DRESSED = List.of(REFLECTION, "-Drows=" + ROWS, "-Dsheet=/atlantafx/base/theme/primer-light.bss");

    private static final CachedProgram EMPTY = new CachedProgram(
            "empty", EmptyWindow.class, CLASSES, "lib-app", jar -> jar.contains("javafx-") || jar.contains("atlantafx"));

    private final Places places;

    WindowStart(Places places) {
        this.places = places;
    }

    static boolean canBeMeasured() {
        return System.getenv("DISPLAY") != null;
    }

    /** Adds both to a contest, the empty one first. */
    List<Series> addTo(Contest contest, Processes processes) throws BenchFailure, IOException, InterruptedException {
        Series empty = contest.add("empty window", () -> {}, EMPTY.record(places, processes, "empty.aot", PLAIN));
        contest.add("a window with " + 3 * ROWS + " controls in AtlantaFX's style, nothing else", () -> {},
                EMPTY.record(places, processes, "dressed.aot", DRESSED));
        Series godwit = contest.add(
                "godwit, window", () -> {}, List.of("env", "GODWIT_JAVA_OPTS=-Dgodwit.rehearse=start", places.godwit()));
        return List.of(empty, godwit);
    }
}
