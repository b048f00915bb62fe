package org.godwit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From file to file: Godwit's roads beside the usual ways. */
final class Roads {
    private static final String SQLITE_TO_DUCKDB = "SQLite to DuckDB, ";
    private static final String DUCKDB_TO_SQLITE = "DuckDB to SQLite, ";
    private static final String OBJECTS = "100,000 JSON objects to SQLite with child tables";
    private static final long MOST_TO_SQLITE = 1_000_000;
    private static final long OBJECT_COUNT = 100_000;
    private static final List<String> OBJECT_TABLES = List.of("objects", "objects_results");
    /** A heap of 512 MB, 1 GB for DuckDB, and what the JVM has beside its heap. */
    private static final double MEMORY_LIMIT = 512 + 1024 + 256;

    private final RoadFiles files;
    private final Processes processes;
    private final List<Goal> goals = new ArrayList<>();

    Roads(RoadFiles files, Processes processes) {
        this.files = files;
        this.processes = processes;
    }

    List<Goal> goals() {
        return goals;
    }

    /** Returns the processes that were measured. What has no peer here is a goal that was not measured. */
    List<Series> measure(long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        List<Series> all = new ArrayList<>(toDuckDb(rows, rounds));
        all.addAll(toSqlite(Math.min(rows, MOST_TO_SQLITE), rounds));
        all.addAll(objects(rounds));
        return all;
    }

    private List<Series> toDuckDb(long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        String size = RoadFiles.size(rows);
        Path source = files.table("sqlite", rows);
        Path csv = files.scratch("road.csv");
        Path target = files.scratch("road.duckdb");
        Path plan = files.plan("sqlite-duckdb", source.toString(), target.toString());
        Contest contest = new Contest(processes);
        Optional<Series> peer = RoadFiles.program("sqlite3").map(sqlite -> contest.add("sqlite3 to CSV, DuckDB read_csv, " + size, () -> RoadFiles.remove(target),
                List.of("sh", "-c", RoadFiles.quoted(List.of(sqlite.toString(), "-csv", "-header", source.toString(), "SELECT * FROM results"))
                        + " > " + RoadFiles.quoted(List.of(csv.toString())) + " && exec "
                        + RoadFiles.quoted(files.java(CsvLoad.class, csv.toString(), target.toString())))));
        Series checked = contest.add("run, " + SQLITE_TO_DUCKDB + size, () -> files.anew(target), files.checkedRun(plan));
        Series run = contest.add(RoadFiles.NO_VERIFY + SQLITE_TO_DUCKDB + size, () -> files.anew(target), files.run(plan));
        contest.add("verify, " + SQLITE_TO_DUCKDB + size, () -> {}, files.verify(plan));
        contest.run(rounds);
        goals.add(Goal.against("sqlite3", SQLITE_TO_DUCKDB + "`run`, no verify, " + size, run, peer, 0.5));
        goals.add(Goal.verification(SQLITE_TO_DUCKDB + size, checked, run));
        return contest.series();
    }

    private List<Series> toSqlite(long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        String size = RoadFiles.size(rows);
        Path source = files.table("duckdb", rows);
        Path csv = files.scratch("road.csv");
        Path target = files.scratch("road.sqlite");
        Path plan = files.plan("duckdb-sqlite", source.toString(), target.toString());
        Contest contest = new Contest(processes);
        Optional<Series> peer = RoadFiles.program("sqlite3").map(sqlite -> contest.add("DuckDB to CSV, sqlite3 .import, " + size, () -> RoadFiles.remove(target),
                RoadFiles.inTurn(files.java(CsvDump.class, source.toString(), csv.toString()),
                        List.of(sqlite.toString(), target.toString(), ".import --csv '" + csv + "' results"))));
        Series checked = contest.add("run, " + DUCKDB_TO_SQLITE + size, () -> files.anew(target), files.checkedRun(plan));
        Series run = contest.add(RoadFiles.NO_VERIFY + DUCKDB_TO_SQLITE + size, () -> files.anew(target), files.run(plan));
        contest.add("verify, " + DUCKDB_TO_SQLITE + size, () -> {}, files.verify(plan));
        Optional<Series> alone = RoadFiles.program("sqlite3").map(sqlite -> contest.add("sqlite3 .import alone, " + size, () -> RoadFiles.remove(target),
                List.of(sqlite.toString(), target.toString(), ".import --csv '" + csv + "' results")));
        contest.run(rounds);
        goals.add(Goal.against("sqlite3", DUCKDB_TO_SQLITE + "`run`, no verify, " + size, run, peer, 1.0));
        alone.ifPresent(series -> goals.add(Goal.bound("sqlite3 .import alone, the CSV is there", series, peer)));
        goals.add(Goal.verification(DUCKDB_TO_SQLITE + size, checked, run));
        return contest.series();
    }

    private List<Series> objects(int rounds) throws BenchFailure, IOException, InterruptedException {
        Path source = files.objects(OBJECT_COUNT);
        Path target = files.scratch("objects.sqlite");
        Path plan = files.plan("objects", source.toString(), target.toString());
        Contest contest = new Contest(processes);
        Optional<Series> peer = RoadFiles.program("sqlite-utils").map(utils -> contest.add("sqlite-utils insert --nl, 100,000 JSON objects",
                () -> RoadFiles.remove(target), List.of(utils.toString(), "insert", target.toString(), "objects", source.toString(), "--nl")));
        Series checked = contest.add("run, " + OBJECTS, () -> files.anew(target), files.checkedRun(plan));
        Series run = contest.add(RoadFiles.NO_VERIFY + OBJECTS, () -> files.anew(target), files.run(plan));
        contest.add("verify, " + OBJECTS, () -> {}, files.verify(plan));
        Optional<Series> alone = RoadFiles.program("sqlite3").map(sqlite -> addImport(contest, sqlite, target));
        contest.run(rounds);
        goals.add(Goal.against("sqlite-utils", OBJECTS + ", `run`, no verify", run, peer, 0.125));
        alone.ifPresent(series -> goals.add(Goal.bound("sqlite3 .import alone, the rows of both tables are there as CSV", series, peer)));
        goals.add(Goal.verification(OBJECTS, checked, run));
        return contest.series();
    }

    /** The rows that a run has made, written by sqlite3 alone into tables of the same form. */
    private Series addImport(Contest contest, Path sqlite, Path made) {
        Path target = files.scratch("import.sqlite");
        Path form = files.scratch("import.sql");
        List<String> command = new ArrayList<>(List.of(sqlite.toString(), target.toString(), ".read '" + form + "'"));
        OBJECT_TABLES.forEach(table -> command.add(".import --csv '" + files.scratch(made.getFileName() + "." + table + ".csv") + "' " + table));
        return contest.add("sqlite3 .import alone, 100,000 JSON objects", () -> {
            RoadFiles.remove(target);
            Files.writeString(form, processes.output(List.of(sqlite.toString(), made.toString(), ".schema objects%")));
            for (String table : OBJECT_TABLES) {
                // What a run made just now, not one of another day.
                RoadFiles.remove(files.scratch(made.getFileName() + "." + table + ".csv"));
                files.csv(sqlite, made, table);
            }
        }, command);
    }

    /** All phases, once and not in rounds: many rows with little memory. */
    List<Series> memory() throws BenchFailure, IOException, InterruptedException {
        String work = "migrate, " + SQLITE_TO_DUCKDB + RoadFiles.size(RoadFiles.MANY_ROWS) + ", heap of 512 MB, 1 GB for DuckDB";
        Path source = files.table("sqlite", RoadFiles.MANY_ROWS);
        Path target = files.scratch("many.duckdb");
        Contest contest = new Contest(processes.with(Map.of("GODWIT_JAVA_OPTS", "-Xmx512m")));
        Series migrate = contest.add(work, () -> files.anew(target), files.migrate(source, target, "1GB"));
        contest.run(1);
        RoadFiles.remove(target);
        goals.add(Goal.memory("memory, " + work, migrate.peakMib(), MEMORY_LIMIT));
        return contest.series();
    }
}
