package org.godwit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** From table to table: Godwit's roads beside the usual ways over a CSV file. */
final class Roads {
    static final String SQLITE_TO_DUCKDB = "SQLite to DuckDB, `run`, no verify";
    static final String DUCKDB_TO_SQLITE = "DuckDB to SQLite, `run`, no verify";
    static final String VERIFICATION = "verification, as part of its load, SQLite to DuckDB";
    private static final long MOST_TO_SQLITE = 1_000_000;
    private static final Set<Integer> CLEAN = Set.of(0);

    private final Places places;
    private final Processes processes;
    private final List<Goal> goals = new ArrayList<>();

    Roads(Places places, Processes processes) {
        this.places = places;
        this.processes = processes;
    }

    List<Goal> goals() {
        return goals;
    }

    /** Returns the processes that were measured; none without the program {@code sqlite3}. */
    List<Series> measure(long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/sqlite3"))) {
            goals.add(Goal.notMeasured(SQLITE_TO_DUCKDB, 0.5, " x"));
            goals.add(Goal.notMeasured(VERIFICATION, 0.6, " x"));
            goals.add(Goal.notMeasured(DUCKDB_TO_SQLITE, 1.0, " x"));
            return List.of();
        }
        List<Series> all = new ArrayList<>(toDuckDb(rows, rounds));
        all.addAll(toSqlite(Math.min(rows, MOST_TO_SQLITE), rounds));
        return all;
    }

    private List<Series> toDuckDb(long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        String size = String.format(Locale.ROOT, "%,d rows x 10", rows);
        Path source = table("sqlite", rows);
        Path csv = places.scratch().resolve("road.csv");
        Path target = places.scratch().resolve("road.duckdb");
        Path plan = plan(source, target);
        Contest contest = new Contest(processes);
        Series peer = contest.add("sqlite3 to CSV, DuckDB read_csv, " + size, () -> remove(target), List.of("sh", "-c",
                "sqlite3 -csv -header \"$1\" 'SELECT * FROM results' > \"$2\" && shift 2 && exec \"$@\"", "sh", source.toString(), csv.toString(),
                places.java(), "--enable-native-access=ALL-UNNAMED", "-cp", places.classPath(), CsvLoad.class.getName(), csv.toString(), target.toString()), CLEAN);
        Series run = contest.add("run --no-verify, SQLite to DuckDB, " + size, () -> anew(target), List.of(places.godwit(), "run", plan.toString(), "--no-verify"), CLEAN);
        Series verify = contest.add("verify, SQLite to DuckDB, " + size, () -> {}, List.of(places.godwit(), "verify", plan.toString()), CLEAN);
        contest.run(rounds);
        goals.add(Goal.ratio(SQLITE_TO_DUCKDB + ", " + size, run, peer, 0.5));
        goals.add(Goal.ratio(VERIFICATION + ", " + size, verify, run, 0.6));
        return contest.series();
    }

    private List<Series> toSqlite(long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        String size = String.format(Locale.ROOT, "%,d rows x 10", rows);
        Path source = table("duckdb", rows);
        Path csv = places.scratch().resolve("road.csv");
        Path target = places.scratch().resolve("road.sqlite");
        Path plan = plan(source, target);
        Contest contest = new Contest(processes);
        Series peer = contest.add("DuckDB to CSV, sqlite3 .import, " + size, () -> remove(target), List.of("sh", "-c",
                "csv=$1; db=$2; shift 2; \"$@\" && exec sqlite3 \"$db\" \".import --csv '$csv' results\"", "sh", csv.toString(), target.toString(),
                places.java(), "--enable-native-access=ALL-UNNAMED", "-cp", places.classPath(), CsvDump.class.getName(), source.toString(), csv.toString()), CLEAN);
        Series run = contest.add("run --no-verify, DuckDB to SQLite, " + size, () -> anew(target), List.of(places.godwit(), "run", plan.toString(), "--no-verify"), CLEAN);
        contest.run(rounds);
        goals.add(Goal.ratio(DUCKDB_TO_SQLITE + ", " + size, run, peer, 1.0));
        return contest.series();
    }

    private Path table(String kind, long rows) throws BenchFailure, IOException, InterruptedException {
        Path made = places.scratch().resolve("table-" + rows + "." + kind);
        if (!Files.exists(made)) {
            System.out.println("making " + made);
            Path half = places.scratch().resolve("half-made." + kind);
            Data.remove(half);
            processes.output(List.of(places.java(), "--enable-native-access=ALL-UNNAMED", "-cp", places.classPath(), MadeTable.class.getName(),
                    kind, half.toString(), Long.toString(rows)));
            Files.move(half, made);
        }
        return made;
    }

    private Path plan(Path source, Path target) throws BenchFailure, IOException, InterruptedException {
        Path plan = places.scratch().resolve(source.getFileName() + ".plan.json");
        anew(target);
        processes.measure(List.of(places.godwit(), "plan", source.toString(), "--to", target.toString(), "-o", plan.toString()), CLEAN);
        return plan;
    }

    private void anew(Path target) throws IOException {
        remove(target);
        Data.remove(processes.workspace());
    }

    private static void remove(Path target) throws IOException {
        Data.remove(target);
        Data.remove(target.resolveSibling(target.getFileName() + ".wal"));
    }
}
