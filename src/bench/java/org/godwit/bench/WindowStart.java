package org.godwit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The start to the first usable window, against an empty JavaFX window with the same kind of start-up cache. */
final class WindowStart {
    static final String WORK = "start to the first usable window";
    static final double LIMIT = 1.3;

    private static final List<String> CLASSES = List.of("EmptyWindow", "EmptyWindow$Empty", "EmptyWindow$Empty$1");
    private static final int ROWS = 10;
    private static final List<String> PLAIN = List.of();
    private static final List<String> DRESSED = List.of("-Drows=" + ROWS, "-Dsheet=/atlantafx/base/theme/primer-light.bss");

    private final Places places;
    private final Path jar;

    WindowStart(Places places) {
        this.places = places;
        this.jar = places.scratch().resolve("empty.jar");
    }

    static boolean canBeMeasured() {
        return System.getenv("DISPLAY") != null;
    }

    /** Adds both to a contest, the empty one first. */
    List<Series> addTo(Contest contest, Processes processes) throws BenchFailure, IOException, InterruptedException {
        pack();
        Series empty = contest.add("empty window", () -> {}, cached(processes, "empty.aot", PLAIN));
        contest.add("a window with " + 3 * ROWS + " controls in AtlantaFX's style, nothing else", () -> {}, cached(processes, "dressed.aot", DRESSED));
        Series godwit = contest.add(
                "godwit, window", () -> {}, List.of("env", "GODWIT_JAVA_OPTS=-Dgodwit.rehearse=start", places.godwit()));
        return List.of(empty, godwit);
    }

    private List<String> cached(Processes processes, String name, List<String> options) throws BenchFailure, IOException, InterruptedException {
        Path cache = places.scratch().resolve(name);
        List<String> recording = new ArrayList<>(options);
        recording.addAll(List.of("-Drecord=true", "-XX:AOTCacheOutput=" + cache));
        processes.measure(window(recording));
        List<String> cached = new ArrayList<>(options);
        cached.add("-XX:AOTCache=" + cache);
        return window(cached);
    }

    /** With the launcher's own flags, so that only the window differs. */
    private List<String> window(List<String> more) throws IOException {
        List<String> command = new ArrayList<>(places.launchersJava());
        command.addAll(more);
        try (Stream<Path> jars = Files.list(places.project().resolve("target/lib-app"))) {
            String fx = jars.map(Path::toString).filter(name -> name.contains("javafx-") || name.contains("atlantafx")).sorted().collect(Collectors.joining(File.pathSeparator));
            command.addAll(List.of("-cp", jar + File.pathSeparator + fx, EmptyWindow.class.getName()));
        }
        return command;
    }

    /** A start-up cache is made of jars only. */
    private void pack() throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : CLASSES) {
                String entry = "org/godwit/bench/" + name + ".class";
                out.putNextEntry(new JarEntry(entry));
                Files.copy(places.project().resolve("target/test-classes").resolve(entry), out);
                out.closeEntry();
            }
        }
    }
}
