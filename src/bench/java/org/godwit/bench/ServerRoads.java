package org.godwit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * To servers and from them: Godwit's roads beside the usual ways. The servers are those of the tests, with more memory, in
 * processes of their own; what is measured are the clients.
 */
final class ServerRoads {
    private static final String TO_POSTGRESQL = "SQLite to PostgreSQL, ";
    private static final String FROM_POSTGRESQL = "PostgreSQL to DuckDB, ";
    private static final String TO_MARIADB = "DuckDB to MariaDB, ";
    private static final double PGLOADER_LIMIT = 0.25;
    private static final double PSQL_LIMIT = 0.77;
    private static final double LOAD_DATA_LIMIT = 1.0;
    /** Databases: what is read, where Godwit writes, where a peer does, and where a part of the work is done alone. */
    private static final String SOURCE = "source";
    private static final String GODWITS = "road";
    private static final String PEERS = "peer";
    private static final String ALONE = "alone";
    private static final String WORK = "`run`, no verify";
    private static final String[] PASSWORD = {"--password-env", BenchServer.PASSWORD};
    /** The columns of {@link MadeTable}, and its rows as PostgreSQL makes them; how many is to follow. */
    private static final String COLUMNS = "(id BIGINT PRIMARY KEY, model TEXT, hardware TEXT, batch BIGINT, latency DOUBLE PRECISION,"
            + " throughput DOUBLE PRECISION, memory DOUBLE PRECISION, ok BIGINT, note TEXT, made TEXT)";
    private static final String ROWS = "SELECT i, 'model-' || i % 300, 'hardware-' || i % 50, 1 << (i % 8), random() * 100, random() * 1e6,"
            + " CASE WHEN i % 10 = 0 THEN NULL ELSE random() * 1e4 END, i % 2,"
            + " CASE WHEN i % 5 = 0 THEN '' WHEN i % 4 = 0 THEN NULL ELSE 'run ' || i || ', \"quoted\"' END, '2026-01-01T00:00:00'"
            + " FROM generate_series(1, ";

    private final RunningServer server;
    private final Processes clients;
    private final RoadFiles files;
    private final long rows;
    private final String size;
    private final int rounds;
    private final List<Goal> goals = new ArrayList<>();
    private final List<Series> all = new ArrayList<>();

    private ServerRoads(RunningServer server, Places places, Processes processes, long rows, int rounds) {
        this.server = server;
        this.clients = processes.with(server.environment());
        this.files = new RoadFiles(places, clients);
        this.rows = rows;
        this.size = RoadFiles.size(rows);
        this.rounds = rounds;
    }

    /** What was measured and what that means. */
    record Results(List<Goal> goals, List<Series> series) {}

    /** A server that does not start here, or a peer that is missing, is told with its goal. */
    static Results postgresql(Places places, Processes processes, long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        try (RunningServer server = RunningServer.start("postgresql", places)) {
            ServerRoads roads = new ServerRoads(server, places, processes, rows, rounds);
            roads.toPostgresql();
            roads.fromPostgresql();
            return new Results(roads.goals, roads.all);
        } catch (RunningServer.Unable unable) {
            System.out.println(unable.getMessage());
            String reason = "PostgreSQL does not start here";
            return new Results(List.of(Goal.without(reason, TO_POSTGRESQL + WORK, PGLOADER_LIMIT),
                    Goal.without(reason, FROM_POSTGRESQL + WORK, PSQL_LIMIT)), List.of());
        }
    }

    /** A server that does not start here, or a peer that is missing, is told with its goal. */
    static Results mariadb(Places places, Processes processes, long rows, int rounds) throws BenchFailure, IOException, InterruptedException {
        try (RunningServer server = RunningServer.start("mariadb", places)) {
            ServerRoads roads = new ServerRoads(server, places, processes, rows, rounds);
            roads.toMariadb();
            return new Results(roads.goals, roads.all);
        } catch (RunningServer.Unable unable) {
            System.out.println(unable.getMessage());
            return new Results(List.of(Goal.without("MariaDB does not start here", TO_MARIADB + WORK, LOAD_DATA_LIMIT)), List.of());
        }
    }

    private void toPostgresql() throws BenchFailure, IOException, InterruptedException {
        Path source = files.table("sqlite", rows);
        server.makeEmpty(GODWITS);
        Path plan = files.plan("sqlite-postgresql", source.toString(), server.address(GODWITS), PASSWORD);
        Contest contest = new Contest(clients);
        Optional<Series> peer = RoadFiles.program("pgloader").map(loader -> contest.add("pgloader, " + TO_POSTGRESQL + size, () -> server.makeEmpty(PEERS),
                List.of(loader.toString(), "--quiet", "--root-dir", files.scratch("pgloader").toString(), source.toString(),
                        "postgresql://" + BenchServer.USER + "@127.0.0.1:" + server.port() + "/" + PEERS)));
        compare(contest, TO_POSTGRESQL, plan, new Rival("pgloader", peer, PGLOADER_LIMIT, copyAlone(contest, source)));
    }

    private void fromPostgresql() throws BenchFailure, IOException, InterruptedException {
        server.makeEmpty(SOURCE);
        server.run(SOURCE, "SELECT setseed(0.7)", "CREATE TABLE results " + COLUMNS, "INSERT INTO results " + ROWS + rows + ") i",
                "VACUUM ANALYZE results", "CHECKPOINT");
        Path target = files.scratch("road.duckdb");
        Path csv = files.scratch("road.csv");
        Path plan = files.plan("postgresql-duckdb", server.address(SOURCE), target.toString(), PASSWORD);
        Contest contest = new Contest(clients);
        Optional<Series> peer = RoadFiles.program("psql").map(psql -> contest.add("psql to CSV, DuckDB read_csv, " + size, () -> RoadFiles.remove(target),
                RoadFiles.inTurn(reading(psql, csv.toString()), files.java(CsvLoad.class, csv.toString(), target.toString()))));
        Optional<Series> alone = RoadFiles.program("psql").map(psql -> contest.add("psql \\copy to nowhere, " + size, () -> {}, reading(psql, "/dev/null")));
        Series run = addRun(contest, FROM_POSTGRESQL, () -> files.anew(target), plan);
        finish(contest);
        goals.add(Goal.against("psql", FROM_POSTGRESQL + WORK + ", " + size, run, peer, PSQL_LIMIT).byClockOnly());
        alone.ifPresent(series -> goals.add(Goal.bound("psql \\copy alone, to nowhere", series, peer).byClockOnly()));
    }

    private List<String> reading(Path psql, String file) {
        List<String> command = new ArrayList<>(psql(psql, SOURCE));
        command.addAll(List.of("-c", "\\copy results to '" + file + "' (format csv, header)"));
        return command;
    }

    private void toMariadb() throws BenchFailure, IOException, InterruptedException {
        Path source = files.table("duckdb", rows);
        Path csv = files.scratch("road.csv");
        server.makeEmpty(GODWITS);
        Path plan = files.plan("duckdb-mariadb", source.toString(), server.address(GODWITS), PASSWORD);
        Contest contest = new Contest(clients);
        // NULL without quotes is no value, in quotes it is a word; DuckDB doubles quotes and escapes nothing.
        String load = "CREATE TABLE results " + COLUMNS + "; LOAD DATA LOCAL INFILE '" + csv + "' INTO TABLE results CHARACTER SET utf8mb4"
                + " FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' ESCAPED BY '' LINES TERMINATED BY '\\n' IGNORE 1 LINES";
        Optional<Series> peer = RoadFiles.program("mariadb").map(client -> contest.add("DuckDB to CSV, LOAD DATA LOCAL, " + size, () -> server.makeEmpty(PEERS),
                RoadFiles.inTurn(files.java(CsvDump.class, source.toString(), csv.toString(), "NULL"), mariadb(client, PEERS, load))));
        Optional<Bound> bound = RoadFiles.program("mariadb").map(client -> new Bound("LOAD DATA alone, the CSV is there",
                contest.add("LOAD DATA LOCAL alone, " + size, () -> server.makeEmpty(ALONE), mariadb(client, ALONE, load))));
        compare(contest, TO_MARIADB, plan, new Rival("mariadb", peer, LOAD_DATA_LIMIT, bound));
    }

    private List<String> mariadb(Path client, String database, String sql) {
        return List.of(client.toString(), "--local-infile=1", "-h", "127.0.0.1", "-P", server.port(), "-u", BenchServer.USER, "-D", database, "-e", sql);
    }

    /** What the server needs to take the rows, whoever brings them. */
    private Optional<Bound> copyAlone(Contest contest, Path source) throws BenchFailure, IOException, InterruptedException {
        Optional<Path> sqlite = RoadFiles.program("sqlite3");
        Optional<Path> psql = RoadFiles.program("psql");
        if (sqlite.isEmpty() || psql.isEmpty()) {
            return Optional.empty();
        }
        Path csv = files.csv(sqlite.get(), source, "results");
        List<String> command = new ArrayList<>(psql(psql.get(), ALONE));
        command.addAll(List.of("-c", "CREATE TABLE results " + COLUMNS, "-c", "\\copy results from '" + csv + "' (format csv)"));
        return Optional.of(new Bound("psql \\copy alone, the CSV is there", contest.add("psql \\copy alone, " + size, () -> server.makeEmpty(ALONE), command)));
    }

    private List<String> psql(Path program, String database) {
        return List.of(program.toString(), "-X", "-q", "-h", "127.0.0.1", "-p", server.port(), "-U", BenchServer.USER, "-d", database);
    }

    /** A part of a road that is measured alone. */
    private record Bound(String work, Series series) {}

    /** What a road is compared with: a peer, if it is installed, and what bounds it. */
    private record Rival(String program, Optional<Series> peer, double limit, Optional<Bound> bound) {}

    /** Measures a road into the server, and then its verification, beside the peer that is in the contest already, if it is installed. */
    private void compare(Contest contest, String road, Path plan, Rival rival)
            throws BenchFailure, IOException, InterruptedException {
        Series checked = contest.add("run, " + road + size, () -> startAnew(), files.checkedRun(plan));
        Series run = addRun(contest, road, () -> startAnew(), plan);
        contest.add("verify, " + road + size, () -> {}, files.verify(plan));
        finish(contest);
        if (rival.peer().isPresent()) {
            server.mustHave(PEERS, "results", rows);
        }
        goals.add(Goal.against(rival.program(), road + WORK + ", " + size, run, rival.peer(), rival.limit()).byClockOnly());
        rival.bound().ifPresent(bound -> goals.add(Goal.bound(bound.work(), bound.series(), rival.peer()).byClockOnly()));
        goals.add(Goal.verification(road + size, checked, run).byClockOnly());
    }

    private Series addRun(Contest contest, String road, Contest.Before before, Path plan) {
        return contest.add(RoadFiles.NO_VERIFY + road + size, before, files.run(plan));
    }

    private void startAnew() throws IOException {
        server.makeEmpty(GODWITS);
        files.forget();
    }

    private void finish(Contest contest) throws BenchFailure, IOException, InterruptedException {
        contest.run(rounds);
        all.addAll(contest.series());
    }
}
