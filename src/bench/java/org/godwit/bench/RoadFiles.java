package org.godwit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the roads have in common: made sources, plans, and what must be gone before a process is measured. */
final class RoadFiles {
    /** What a measured {@link #run} is called, before what it does. */
    static final String NO_VERIFY = "run --no-verify, ";

    /** More than memory is to hold at once. */
    static final long MANY_ROWS = 10_000_000;

    private final Places places;
    private final Processes processes;

    RoadFiles(Places places, Processes processes) {
        this.places = places;
        this.processes = processes;
    }

    static String size(long rows) {
        return String.format(Locale.ROOT, "%,d rows x 10", rows);
    }

    /** Finds a program, if it is installed. */
    static Optional<Path> program(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator)) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    Path scratch(String name) {
        return places.scratch().resolve(name);
    }

    /** Returns the seeded table of {@link MadeTable}, made once per size. */
    Path table(String kind, long rows) throws BenchFailure, IOException, InterruptedException {
        return made("table-" + rows + "." + kind, MadeTable.class, kind, rows);
    }

    /** Returns the seeded objects of {@link MadeObjects}, made once per number. */
    Path objects(long count) throws BenchFailure, IOException, InterruptedException {
        return made("objects-" + count + ".ndjson", MadeObjects.class, "ndjson", count);
    }

    private Path made(String name, Class<?> maker, String kind, long rows) throws BenchFailure, IOException, InterruptedException {
        Path made = scratch(name);
        if (!Files.exists(made)) {
            System.out.println("making " + made);
            Path half = scratch("half-made." + kind);
            remove(half);
            processes.output(java(maker, kind, half.toString(), Long.toString(rows)));
            Files.move(half, made);
        }
        return made;
    }

    /** Returns the command of a program of this package. */
    List<String> java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(places.java(), "--enable-native-access=ALL-UNNAMED", "-cp", places.classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Writes rows of an SQLite database as CSV, if that was not done yet. Not measured. */
    Path csv(Path sqlite, Path database, String table) throws BenchFailure, IOException, InterruptedException {
        Path csv = scratch(database.getFileName() + "." + table + ".csv");
        if (!Files.exists(csv)) {
            Path half = scratch("half-made.csv");
            processes.output(List.of("sh", "-c", quoted(List.of(sqlite.toString(), "-csv", database.toString(), "SELECT * FROM " + table)) + " > "
                    + quoted(List.of(half.toString()))));
            Files.move(half, csv);
        }
        return csv;
    }

    /** Returns the command of two processes that run one after the other and are measured as one. */
    static List<String> inTurn(List<String> first, List<String> second) {
        return List.of("sh", "-c", quoted(first) + " && exec " + quoted(second));
    }

    static String quoted(List<String> command) {
        return command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
    }

    List<String> run(Path plan) {
        return List.of(places.godwit(), "run", plan.toString(), "--no-verify");
    }

    /** @param memory what DuckDB may use, such as {@code 1GB} */
    List<String> migrate(Path source, Path target, String memory) {
        return List.of(places.godwit(), "migrate", source.toString(), "--to", target.toString(), "--memory", memory);
    }

    /** With verification: what was written is read back, and every document rebuilt. */
    List<String> checkedRun(Path plan) {
        return List.of(places.godwit(), "run", plan.toString());
    }

    List<String> verify(Path plan) {
        return List.of(places.godwit(), "verify", plan.toString());
    }

    /** Makes a plan; {@code more} are options, such as where the password of a server is. */
    Path plan(String name, String source, String target, String... more) throws BenchFailure, IOException, InterruptedException {
        Path plan = scratch(name + ".plan.json");
        List<String> command = new ArrayList<>(List.of(places.godwit(), "plan", source, "--to", target, "-o", plan.toString()));
        command.addAll(List.of(more));
        forget();
        processes.measure(command);
        return plan;
    }

    /** Removes what a run before left: its target, and that it took place. */
    void anew(Path target) throws IOException {
        remove(target);
        forget();
    }

    /** Lets Godwit forget that the data were loaded before. */
    void forget() throws IOException {
        Data.remove(processes.workspace());
    }

    static void remove(Path target) throws IOException {
        Data.remove(target);
        for (String beside : List.of(".wal", "-wal", "-journal")) {
            Data.remove(target.resolveSibling(target.getFileName() + beside));
        }
    }
}
