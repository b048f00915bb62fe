package org.godwit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The start to the first usable window, against an empty JavaFX window with the same start-up cache: the one that is recorded of
 * Godwit, on Godwit's class path. For comparison also an empty window whose cache and class path hold nothing but JavaFX.
 */
final class WindowStart {
    static final String WORK = "start to the first usable window";
    static final double LIMIT = 1.3;

    private static final int ROWS = 10;

    /** As the launcher has it for the window. */
    private static final String REFLECTION = "-Djdk.reflect.useNativeAccessorOnly=true";

    private static final List<String> PLAIN = List.of(REFLECTION);
    private static final List<String> DRESSED = List.of(REFLECTION, "-Drows=" + ROWS, "-Dsheet=/atlantafx/base/theme/primer-light.bss");

    private static final CachedProgram EMPTY = new CachedProgram(
            "empty", EmptyWindow.class, GodwitAndEmpty.EMPTY_CLASSES, "lib-app", jar -> jar.contains("javafx-") || jar.contains("atlantafx"));

    private final Places places;

    WindowStart(Places places) {
        this.places = places;
    }

    /**
     * @param same an empty window with Godwit's cache
     * @param own an empty window with a cache of its own
     */
    record Contestants(Series same, Series own, Series godwit) {}

    static boolean canBeMeasured() {
        return System.getenv("DISPLAY") != null;
    }

    /** Adds all to a contest. */
    Contestants addTo(Contest contest, Processes processes) throws BenchFailure, IOException, InterruptedException {
        Series same = contest.add("empty window", () -> {}, recordShared(processes));
        Series own = contest.add("empty window with a cache of its own", () -> {}, EMPTY.record(places, processes, "empty.aot", PLAIN));
        contest.add("a window with " + 3 * ROWS + " controls in AtlantaFX's style, with a cache of its own", () -> {},
                EMPTY.record(places, processes, "dressed.aot", DRESSED));
        Series godwit = contest.add(
                "godwit, window", () -> {}, List.of("env", "GODWIT_JAVA_OPTS=-Dgodwit.rehearse=start", places.godwit()));
        return new Contestants(same, own, godwit);
    }

    /** Records a cache as the launcher does it, of Godwit and the classes of the empty window, and returns how this is started with it. */
    private List<String> recordShared(Processes processes) throws BenchFailure, IOException, InterruptedException {
        Path target = places.project().resolve("target");
        Path jar = pack(target);
        Path cache = places.scratch().resolve("shared.aot");
        Path school = Files.createTempDirectory(places.scratch(), "school");
        List<String> commands = java(school);
        commands.addAll(List.of("-Dgodwit.rehearse=commands", "-cp", target.resolve("godwit.jar").toString(), "org.godwit.Main", "--help"));
        processes.measure(commands);
        List<String> recording = java(school);
        recording.addAll(List.of("-Dgodwit.rehearse=screens", "-Dgodwit.home=" + places.project(), "-XX:AOTCacheOutput=" + cache, "-cp", jar.toString(),
                GodwitAndEmpty.class.getName()));
        processes.measure(recording);
        List<String> start = java();
        start.addAll(List.of("-XX:AOTCache=" + cache, "-cp", jar.toString(), EmptyWindow.class.getName()));
        return start;
    }

    /** As the launcher starts what it records: of what the commands leave in the workspace, the screens show something. */
    private List<String> java(Path school) {
        List<String> java = new ArrayList<>(List.of("env", "GODWIT_HOME=" + school.resolve("home")));
        java.addAll(java());
        java.addAll(List.of("-Djava.io.tmpdir=" + school, "-Dorg.sqlite.lib.path=" + places.project().resolve("target/lib")));
        return java;
    }

    private List<String> java() {
        List<String> java = new ArrayList<>(places.launchersJava());
        java.add(REFLECTION);
        return java;
    }

    /** Godwit's own first jar with more classes; it names the others by where it lies. */
    private Path pack(Path target) throws IOException {
        Path jar = Files.copy(target.resolve("godwit-app.jar"), target.resolve("bench-window.jar"), StandardCopyOption.REPLACE_EXISTING);
        List<String> more = new ArrayList<>(GodwitAndEmpty.EMPTY_CLASSES);
        more.add("GodwitAndEmpty");
        return BenchJar.add(jar, places, more);
    }
}
