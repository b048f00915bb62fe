package org.godwit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Ledger;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.RunSummary;
import org.godwit.model.VerificationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunStoreTest {
    private static final NewRun RUN = new NewRun("results", "{\"version\": 1}", Path.of("/data"), "out.duckdb");

    @TempDir
    Path folder;

    @Test
    void touchesNothingUntilItIsUsed() {
        Workspace workspace = new Workspace(folder.resolve("home"));

        assertThat(workspace.runs()).isNotNull();
        assertThat(workspace.folder()).doesNotExist();
    }

    @Test
    void givesBackARunAsItEnded() {
        RunStore runs = runs();
        String id = runs.start(RUN);
        RunResult result = result(id, Outcome.SUCCEEDED_WITH_REJECTS);

        runs.finish(id, result);

        assertThat(runs().find(id)).contains(result);
        assertThat(runs().rejects(id)).isEqualTo(result.rejects());
        assertThat(runs().plan(id)).contains(RUN);
    }

    @Test
    void listsNewestFirst() {
        Instant noon = Instant.parse("2025-03-06T12:00:00Z");
        List<String> ids = List.of(0, 1, 2).stream()
                .map(i -> at(noon.plusSeconds(60L * i)).start(RUN))
                .toList();
        ids.forEach(id -> runs().finish(id, result(id, Outcome.SUCCEEDED)));

        assertThat(runs().list(2)).extracting(RunSummary::run).containsExactly(ids.get(2), ids.get(1));
        RunSummary last = runs().list(1).getFirst();
        assertThat(last.startedMillis()).isEqualTo(noon.plusSeconds(120).toEpochMilli());
        assertThat(last.rows()).isEqualTo(62);
        assertThat(last.plan()).isEqualTo(RUN.plan());
    }

    @Test
    void idsTellTheTime() {
        assertThat(runs().start(RUN)).matches("\\d{8}-\\d{6}-[0-9a-f]{4}");
    }

    @Test
    void doesNotShowARunThatGoesOn() {
        String id = runs().start(RUN);

        assertThat(runs().list(10)).isEmpty();
        assertThat(runs().find(id)).isEmpty();
    }

    @Test
    void showsARunWhoseProcessDiedAsFailed() {
        String id = runs().start(RUN);
        forgeProcess(4_000_000, 0);

        assertThat(runs().list(10)).extracting(RunSummary::outcome).containsExactly(Outcome.FAILED);
        RunResult result = runs().find(id).orElseThrow();
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.findings()).singleElement().extracting(Finding::message).asString().startsWith("interrupted");
    }

    @Test
    void isNotFooledByALaterProcessOfTheSameNumber() {
        runs().start(RUN);
        forgeProcess(ProcessHandle.current().pid(), 1);

        assertThat(runs().list(10)).extracting(RunSummary::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void knowsOnlyItsOwnRuns() {
        assertThat(runs().find("20250306-174823-1f3a")).isEmpty();
        assertThat(runs().rejects("20250306-174823-1f3a")).isEmpty();
        assertThatThrownBy(() -> runs().finish("nope", result("nope", Outcome.FAILED)))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_UNKNOWN));
    }

    @Test
    void keepsTenThousandRejectsInSeconds() {
        RunStore runs = runs();
        String id = runs.start(RUN);
        List<Reject> many = java.util.stream.IntStream.range(0, 10_000).mapToObj(RunStoreTest::reject).toList();
        long before = System.nanoTime();

        runs.finish(id, withRejects(result(id, Outcome.SUCCEEDED_WITH_REJECTS), many));

        assertThat(runs.rejects(id)).isEqualTo(many);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    private RunStore runs() {
        return new Workspace(folder).runs();
    }

    private RunStore at(Instant time) {
        return new RunStore(new WorkspaceDatabase(folder), Clock.fixed(time, ZoneOffset.UTC));
    }

    private void forgeProcess(long pid, long started) {
        assertThat(Files.exists(folder.resolve("workspace.db"))).isTrue();
        new WorkspaceDatabase(folder).write(connection -> {
            WorkspaceDatabase.execute(connection, "UPDATE runs SET process = " + pid + ", process_started = " + started);
            return pid;
        });
    }

    private static Reject reject(int i) {
        return new Reject(Reject.Level.VALUE, "a/\"x'" + i + ".json", i, 3, "/b/~1c", "t", "c", "not a number: zwölf", "\"zwölf\"\n");
    }

    private static RunResult withRejects(RunResult r, List<Reject> rejects) {
        return new RunResult(
                r.run(), r.outcome(), r.target(), r.documents(), r.loaded(), r.known(), r.ledger(), r.tables(), rejects.size(), rejects,
                r.verification(), r.findings(), r.phases(), r.seconds());
    }

    static RunResult result(String id, Outcome outcome) {
        Ledger ledger = new Ledger(List.of(
                new Ledger.Line("direct", "$.batch_results.*.latency", new Ledger.Counts(20, 10, 5, 2, 2, 1)),
                new Ledger.Line("hf", "$.results.status.*", new Ledger.Counts(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0, 0))));
        VerificationResult verification = new VerificationResult(
                true, false, 187, 186, 5_000,
                List.of(new VerificationResult.Difference("a.json", "t", "c", "/x", "1", "2", "differs")), 0.5);
        return new RunResult(
                id, outcome, "/data/out.duckdb", 188, 187, 1, ledger,
                List.of(new RunResult.TableRows("models", 12, 12), new RunResult.TableRows("results", 50, 60)),
                2, List.of(reject(1), reject(2)), verification,
                List.of(new Finding(Finding.Severity.WARNING, "/tables/0", "doubtful")),
                List.of(new RunResult.PhaseTime("profile", 0.1), new RunResult.PhaseTime("load", 1e-9)), 1.25);
    }
}
