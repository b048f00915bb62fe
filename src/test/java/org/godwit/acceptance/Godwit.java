package org.godwit.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line in a process of its own, with this class path, working in a folder with a workspace beside it. */
final class Godwit {
    private final Path folder;
    private final Path own;

    /** How a command ended. */
    record Ended(int exit, String out, String err) {}

    /** @param folder where commands work; must exist */
    Godwit(Path folder, Path own) throws IOException {
        this.folder = folder;
        this.own = Files.createDirectories(own);
    }

    Process start(String... words) throws IOException {
        return startClass("org.godwit.Main", words);
    }

    Process startClass(String mainClass, String... words) throws IOException {
        return builder(mainClass, words).start();
    }

    private ProcessBuilder builder(String mainClass, String... words) throws IOException {
        // What a killed process leaves in its temporary folder (DuckDB's library, 71 MB) must not pile up.
        deleteTree(own.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx1g",
                "-Djava.io.tmpdir=" + Files.createDirectories(own.resolve("tmp")), "-Dfile.encoding=UTF-8", "-cp", classPath(), mainClass));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("GODWIT_HOME", own.resolve("home").toString());
        return builder.redirectOutput(own.resolve("out").toFile()).redirectError(own.resolve("err").toFile());
    }

    /** Runs a command without one variable of the environment. */
    Ended runWithout(String variable, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = builder("org.godwit.Main", words);
        builder.environment().remove(variable);
        return end(builder.start());
    }

    Ended run(String... words) throws IOException, InterruptedException {
        return end(start(words));
    }

    /** Waits until a process has ended by itself. */
    Ended end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it did not end: " + Files.readString(own.resolve("err")));
        }
        return new Ended(process.exitValue(), Files.readString(own.resolve("out")), Files.readString(own.resolve("err")));
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                .orElseThrow();
    }

    static void deleteTree(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
