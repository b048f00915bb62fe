package org.godwit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of this package with a start-up cache of its own, as Godwit has one, and with the launcher's own flags.
 *
 * @param name of its jar, and of its caches
 * @param main what is started
 * @param classes the files of its classes, without {@code .class}
 * @param folder of {@code target} its libraries are in
 * @param libraries which ones
 */
record CachedProgram(String name, Class<?> main, List<String> classes, String folder, Predicate<String> libraries) {
    /** Records the cache of a start with options, and returns the command of further ones. */
    List<String> record(Places places, Processes processes, String cacheName, List<String> options, String... arguments)
            throws BenchFailure, IOException, InterruptedException {
        Path jar = pack(places);
        Path cache = places.scratch().resolve(cacheName);
        List<String> recording = new ArrayList<>(options);
        recording.addAll(List.of("-Drecord=true", "-XX:AOTCacheOutput=" + cache));
        processes.measure(command(places, jar, recording, arguments));
        List<String> cached = new ArrayList<>(options);
        cached.add("-XX:AOTCache=" + cache);
        return command(places, jar, cached, arguments);
    }

    private List<String> command(Places places, Path jar, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(places.launchersJava());
        command.addAll(options);
        try (Stream<Path> jars = Files.list(places.project().resolve("target").resolve(folder))) {
            String below = jars.map(Path::toString).filter(libraries).sorted().collect(Collectors.joining(File.pathSeparator));
            command.addAll(List.of("-cp", jar + File.pathSeparator + below, main.getName()));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** A start-up cache is made of jars only. */
    private Path pack(Places places) throws IOException {
        Path jar = places.scratch().resolve(name + ".jar");
        Files.deleteIfExists(jar);
        return BenchJar.add(jar, places, classes);
    }
}
