package org.godwit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is measured and compared with which goal. */
final class Measurements {
    private static final CachedProgram READ_FILES = new CachedProgram(
            "read-files", ReadFiles.class, List.of("ReadFiles", "Tokens", "Tokens$1"), "lib", jar -> jar.contains("jackson-core-"));
    /** A run that rejects something (the truncated files of the generator) is done, with code 3. */
    private static final Set<Integer> DONE = Set.of(0, 3);
    private static final int WINDOW_ROUNDS = 15;
    private static final long SERVER_ROWS = 1_000_000;
    private static final String TIMES = " x";

    private final Places places;
    private final Processes processes;
    private final Data data;
    private final String python;
    private final int rounds;
    private final List<Goal> goals = new ArrayList<>();
    private final List<Series> all = new ArrayList<>();

    Measurements(Places places, Processes processes, String python, int rounds) {
        this.places = places;
        this.processes = processes;
        this.data = new Data(places.scratch(), places.generator(), python, processes);
        this.python = python;
        this.rounds = rounds;
    }

    List<Goal> goals() {
        return goals;
    }

    List<Series> series() {
        return all;
    }

    /** Lets the launcher build and make its start-up cache, which it does once. */
    void warmUp() throws BenchFailure, IOException, InterruptedException {
        System.out.println("warming up");
        processes.measure(List.of(places.godwit(), "--version"));
    }

    void start() throws BenchFailure, IOException, InterruptedException {
        Contest contest = new Contest(processes);
        Series version = contest.add("godwit --version", () -> {}, List.of(places.godwit(), "--version"));
        finish(contest, Math.max(rounds, 5));
        goals.add(Goal.seconds("`godwit --version`", version, 0.5));
    }

    /** Needs a display (xvfb-run gives one); without one the goal is listed as not measured. */
    void window() throws BenchFailure, IOException, InterruptedException {
        if (!WindowStart.canBeMeasured()) {
            goals.add(Goal.notMeasured(WindowStart.WORK, WindowStart.LIMIT, TIMES));
            return;
        }
        Contest contest = new Contest(processes);
        WindowStart.Contestants window = new WindowStart(places).addTo(contest, processes);
        finish(contest, Math.max(rounds, WINDOW_ROUNDS));
        goals.add(Goal.ratio(WindowStart.WORK, window.godwit(), window.same(), WindowStart.LIMIT));
        goals.add(Goal.ratio(WindowStart.WORK + ", against a window that has less to load", window.godwit(), window.own(), Double.NaN));
    }

    void screens() throws BenchFailure, IOException, InterruptedException {
        new Screens(places, processes).measure().forEach(figure -> goals.add(Goal.of(figure)));
    }

    /** @param counts ascending; the goal of growth compares the first with the last if there are several */
    void files(List<Integer> counts) throws BenchFailure, IOException, InterruptedException {
        FileSeries first = files(counts.getFirst());
        goals.add(Goal.ratio("`migrate`, all phases, " + count(first.files()), first.migrate(), first.peer(), 1.5));
        goals.add(Goal.ratio("`run`, plan ready, no verify, " + count(first.files()), first.run(), first.peer(), 1.0));
        goals.add(Goal.bound("the same of 1 file", first.one(), Optional.of(first.peer())));
        bound(first);
        FileSeries last = counts.size() > 1 ? files(counts.getLast()) : null;
        if (last != null) {
            goals.add(Goal.ratio("`run`, plan ready, no verify, " + count(last.files()), last.run(), last.peer(), 0.5));
            bound(last);
        } else {
            goals.add(Goal.notMeasured("`run`, plan ready, no verify, 100,000 files", 0.5, TIMES));
        }
        growth(first, last);
    }

    private void bound(FileSeries files) {
        String work = "Jackson reads every token of " + count(files.files()) + ", each gets its SHA-256; nothing else";
        goals.add(Goal.bound(work, files.tokens(), Optional.of(files.peer())));
    }

    private record FileSeries(int files, Series peer, Series migrate, Series run, Series one, Series tokens) {}

    /** What a run takes before it has read anything worth to mention, and after. */
    private Series oneFile(Contest contest, Path target) throws BenchFailure, IOException, InterruptedException {
        Path source = data.files(1);
        Path plan = places.scratch().resolve("files-1.plan.json");
        processes.measure(List.of(places.godwit(), "plan", source.toString(), "--to", target.toString(), "-o", plan.toString()));
        return contest.add(RoadFiles.NO_VERIFY + "1 file", () -> startAnew(target), List.of(places.godwit(), "run", plan.toString(), "--no-verify"), DONE);
    }

    private FileSeries files(int count) throws BenchFailure, IOException, InterruptedException {
        Path source = data.files(count);
        Path target = places.scratch().resolve("files.duckdb");
        Path plan = places.scratch().resolve("files-" + count + ".plan.json");
        processes.measure(List.of(places.godwit(), "plan", source.toString(), "--to", target.toString(), "-o", plan.toString()));
        Contest contest = new Contest(processes);
        Series peer = contest.add("python, " + count(count), () -> {}, peer(source));
        Series migrate = contest.add("migrate, " + count(count), () -> startAnew(target),
                List.of(places.godwit(), "migrate", source.toString(), "--to", target.toString()), DONE);
        Series run = contest.add(RoadFiles.NO_VERIFY + count(count), () -> startAnew(target),
                List.of(places.godwit(), "run", plan.toString(), "--no-verify"), DONE);
        Series one = oneFile(contest, target);
        Series tokens = contest.add("every token and SHA-256 alone, " + count(count), () -> {},
                READ_FILES.record(places, processes, "read-files.aot", List.of(), source.toString()));
        finish(contest, rounds);
        return new FileSeries(count, peer, migrate, run, one, tokens);
    }

    private void growth(FileSeries first, @Nullable FileSeries last) {
        if (last == null) {
            goals.add(Goal.notMeasured("growth of `run`, 10,000 to 100,000 files", 1.15, TIMES));
            goals.add(Goal.notMeasured("growth of `migrate`, 10,000 to 100,000 files", 1.15, TIMES));
            return;
        }
        double factor = (double) last.files() / first.files();
        String sizes = String.format(Locale.ROOT, ", %,d to %s", first.files(), count(last.files()));
        goals.add(Goal.growth("growth of `run`" + sizes, first.run(), last.run(), factor, 1.15));
        goals.add(Goal.growth("growth of `migrate`" + sizes, first.migrate(), last.migrate(), factor, 1.15));
    }

    void ndjson(long bytes) throws BenchFailure, IOException, InterruptedException {
        Path source = data.ndjson(bytes);
        Path target = places.scratch().resolve("ndjson.duckdb");
        Path limitTarget = places.scratch().resolve("limit.duckdb");
        Path plan = places.scratch().resolve(source.getFileName() + ".plan.json");
        processes.measure(List.of(places.godwit(), "plan", source.toString(), "--to", target.toString(), "-o", plan.toString()));
        String size = String.format(Locale.ROOT, "%,d MB of NDJSON", bytes / 1_000_000);
        Contest contest = new Contest(processes);
        Series limit = contest.add("DuckDB, " + size, () -> remove(limitTarget),
                places.duckDb(source, limitTarget, Runtime.getRuntime().availableProcessors()));
        Series run = contest.add(RoadFiles.NO_VERIFY + size, () -> startAnew(target),
                List.of(places.godwit(), "run", plan.toString(), "--no-verify"));
        Series profile = contest.add("inspect, " + size, () -> {}, List.of(places.godwit(), "inspect", source.toString()));
        Series verify = contest.add("verify, " + size, () -> {}, List.of(places.godwit(), "verify", plan.toString()));
        contest.add("python, " + size, () -> {}, peer(source));
        Series tokens = contest.add("every token and SHA-256 alone, " + size, () -> {}, places.program(ReadJson.class, source.toString()));
        finish(contest, rounds);
        goals.add(Goal.ratio("`run`, plan ready, no verify, " + size, run, limit, 2.0));
        goals.add(Goal.ratio("profile (`inspect`), " + size, profile, limit, 1.0));
        goals.add(Goal.ratio("`verify`, " + size, verify, limit, 1.0));
        goals.add(Goal.bound("Jackson reads every token, and each line gets its SHA-256; nothing else", tokens, Optional.of(limit)));
        double peak = Math.max(run.peakMib(), Math.max(profile.peakMib(), verify.peakMib()));
        goals.add(Goal.memory("memory of the three above", peak, 1_500_000_000d / (1 << 20)));
    }

    /** @param rows of the larger table */
    void roads(long rows) throws BenchFailure, IOException, InterruptedException {
        Roads roads = new Roads(new RoadFiles(places, processes), processes);
        all.addAll(roads.measure(rows, rounds));
        goals.addAll(roads.goals());
    }

    void servers() throws BenchFailure, IOException, InterruptedException {
        for (ServerRoads.Results results : List.of(ServerRoads.postgresql(places, processes, SERVER_ROWS, rounds),
                ServerRoads.mariadb(places, processes, SERVER_ROWS, rounds))) {
            all.addAll(results.series());
            goals.addAll(results.goals());
        }
    }

    void memory() throws BenchFailure, IOException, InterruptedException {
        Roads roads = new Roads(new RoadFiles(places, processes), processes);
        all.addAll(roads.memory());
        goals.addAll(roads.goals());
    }

    private List<String> peer(Path source) {
        return List.of(python, places.peer().toString(), source.toString(), places.scratch().resolve("peer.db").toString());
    }

    private void finish(Contest contest, int times) throws BenchFailure, IOException, InterruptedException {
        contest.run(times);
        all.addAll(contest.series());
    }

    /** No target and no earlier run that loaded the same data: each run does all the work. */
    private void startAnew(Path target) throws IOException {
        remove(target);
        Data.remove(processes.workspace());
    }

    private static void remove(Path database) throws IOException {
        Data.remove(database);
        Data.remove(database.resolveSibling(database.getFileName() + ".wal"));
    }

    private static String count(int files) {
        return String.format(Locale.ROOT, "%,d files", files);
    }
}
