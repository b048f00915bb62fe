package org.godwit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs processes one at a time and measures each whole one. */
final class Processes {
    static final Set<Integer> CLEAN = Set.of(0);

    private static final Path GNU_TIME = Path.of("/usr/bin/time");
    private static final int LINES_SHOWN = 15;

    private final Path folder;
    private final Path log;
    private final Path workspace;
    private final boolean timed;
    private final Map<String, String> environment;

    private Processes(Path folder, Path log, Path workspace, boolean timed, Map<String, String> environment) {
        this.folder = folder;
        this.log = log;
        this.workspace = workspace;
        this.timed = timed;
        this.environment = Map.copyOf(environment);
    }

    /** Processes start in {@code folder}; {@code scratch} gets their output and the workspace of Godwit. */
    static Processes in(Path folder, Path scratch) throws IOException, InterruptedException {
        return new Processes(folder, scratch.resolve("output.log"), scratch.resolve("workspace"), isGnuTime(scratch), Map.of());
    }

    /** Returns the same, with more in the environment of each process: passwords are seen by others on a command line. */
    Processes with(Map<String, String> more) {
        return new Processes(folder, log, workspace, timed, more);
    }

    /** Whether CPU time and memory are measured too, which needs GNU time. */
    boolean measuresAll() {
        return timed;
    }

    /** Where Godwit keeps its state while it is measured; the one of the person who measures is left alone. */
    Path workspace() {
        return workspace;
    }

    /** @throws BenchFailure if it does not end with code 0, with the end of its output */
    Sample measure(List<String> command) throws BenchFailure, IOException, InterruptedException {
        return measure(command, CLEAN);
    }

    /** @throws BenchFailure if it ends with a code that is not in {@code codes}, with the end of its output */
    Sample measure(List<String> command, Set<Integer> codes) throws BenchFailure, IOException, InterruptedException {
        Path figures = log.resolveSibling("time.txt");
        List<String> whole = new ArrayList<>();
        if (timed) {
            whole.addAll(List.of(GNU_TIME.toString(), "-q", "-f", "%U %S %M", "-o", figures.toString()));
        }
        whole.addAll(command);
        long start = System.nanoTime();
        int code = start(whole, log.toFile()).waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!codes.contains(code)) {
            throw new BenchFailure(String.join(" ", command) + "\nended with code " + code + ":\n" + tail());
        }
        if (!timed) {
            return new Sample(seconds, Double.NaN, Double.NaN);
        }
        String[] parts = Files.readString(figures, StandardCharsets.UTF_8).strip().split(" ");
        return new Sample(seconds, Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]), Double.parseDouble(parts[2]) / 1024);
    }

    /** What a process prints, without white space at its ends. */
    String output(List<String> command) throws BenchFailure, IOException, InterruptedException {
        int code = start(command, log.toFile()).waitFor();
        if (code != 0) {
            throw new BenchFailure(String.join(" ", command) + "\nended with code " + code + ":\n" + tail());
        }
        return Files.readString(log, StandardCharsets.UTF_8).strip();
    }

    private Process start(List<String> command, File output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("GODWIT_HOME", workspace.toString());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(output)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
    }

    private String tail() throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private static boolean isGnuTime(Path scratch) throws IOException, InterruptedException {
        if (!Files.isExecutable(GNU_TIME)) {
            return false;
        }
        File output = scratch.resolve("time.txt").toFile();
        return new ProcessBuilder(GNU_TIME.toString(), "-q", "-f", "%U %S %M", "true")
                .redirectErrorStream(true).redirectOutput(output).start().waitFor() == 0;
    }
}
