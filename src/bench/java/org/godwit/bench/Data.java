package org.godwit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The seeded input, made once per size and kept for later runs; everything a run writes is put beside it. */
final class Data {
    private final Path folder;
    private final Path generator;
    private final String python;
    private final Processes processes;

    Data(Path folder, Path generator, String python, Processes processes) {
        this.folder = folder;
        this.generator = generator;
        this.python = python;
        this.processes = processes;
    }

    Path files(int count) throws BenchFailure, IOException, InterruptedException {
        return make("files", "files-" + count, count);
    }

    Path ndjson(long bytes) throws BenchFailure, IOException, InterruptedException {
        return make("ndjson", bytes / 1_000_000 + "mb.ndjson", bytes);
    }

    private Path make(String kind, String name, long size) throws BenchFailure, IOException, InterruptedException {
        Path made = folder.resolve(name);
        if (!Files.exists(made)) {
            System.out.println("making " + made);
            Path half = folder.resolve("half-made");
            remove(half);
            processes.output(List.of(python, generator.toString(), kind, half.toString(), Long.toString(size)));
            Files.move(half, made);
        }
        return made;
    }

    /** Removes a file or a folder with all that is in it; nothing happens if there is none. */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
