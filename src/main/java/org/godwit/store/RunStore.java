package org.godwit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.RunSummary;

/**
 * The history of runs. A run is noted when it starts and completed when it ends; one whose process died in between is
 * shown as FAILED with the word "interrupted", one that a living process still carries out is not shown. Thread-safe.
 */
public final class RunStore {
    private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int ID_TRIES = 20;
    private static final int ID_SUFFIXES = 0x10000;

    private final WorkspaceDatabase database;
    private final Clock clock;
    private final RunningProcess self = RunningProcess.self();

    RunStore(WorkspaceDatabase database) {
        this(database, Clock.systemUTC());
    }

    RunStore(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that a run begins and returns its id, such as {@code 20250306-174823-1f3a} (local time and a random part). */
    public String start(NewRun run) {
        Instant now = clock.instant();
        return database.write(connection -> {
            String id = unusedId(connection, now);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO runs"
                    + " (id, plan_name, plan, base, target, process, process_started, started) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, run.planName());
                insert.setString(3, run.plan());
                insert.setString(4, run.base().toString());
                insert.setString(5, run.target());
                insert.setLong(6, self.pid());
                insert.setLong(7, self.startedMillis());
                insert.setLong(8, now.toEpochMilli());
                insert.executeUpdate();
            }
            return id;
        });
    }

    /**
     * Notes how a run ended, with its rejects; a second call for the same run replaces the first.
     *
     * @throws GodwitException RUN_UNKNOWN if no run with this id was started
     */
    public void finish(String run, RunResult result) {
        String json = StoredResult.write(result);
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE runs"
                    + " SET finished = ?, outcome = ?, seconds = ?, documents = ?, loaded = ?, known = ?,"
                    + " rows = ?, rejects = ?, result = ? WHERE id = ?")) {
                update.setLong(1, clock.millis());
                update.setString(2, result.outcome().name());
                update.setDouble(3, result.seconds());
                update.setLong(4, result.documents());
                update.setLong(5, result.loaded());
                update.setLong(6, result.known());
                update.setLong(7, result.tables().stream().mapToLong(RunResult.TableRows::rows).sum());
                update.setLong(8, result.rejectCount());
                update.setString(9, json);
                update.setString(10, run);
                if (update.executeUpdate() == 0) {
                    throw new GodwitException(ErrorCode.RUN_UNKNOWN, run);
                }
            }
            StoredRejects.replace(connection, run, result.rejects());
            return run;
        });
    }

    /** Returns the newest runs, newest first. */
    public List<RunSummary> list(int limit) {
        return database.read(connection -> {
            List<RunSummary> summaries = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM runs ORDER BY started DESC, rowid DESC");
                    ResultSet rows = select.executeQuery()) {
                while (summaries.size() < limit && rows.next()) {
                    if (!running(rows)) {
                        summaries.add(summary(rows));
                    }
                }
            }
            return summaries;
        });
    }

    /** Returns what a run did, with the rejects that were listed; empty if there is no such run or it still goes on. */
    public Optional<RunResult> find(String id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM runs WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next() || running(rows)) {
                        return Optional.empty();
                    }
                    String json = rows.getString("result");
                    return Optional.of(
                            json == null
                                    ? StoredResult.interrupted(id, rows.getString("target"))
                                    : StoredResult.read(json, StoredRejects.of(connection, id)));
                }
            }
        });
    }

    /** Returns the plan of a run as JSON and the folder where its relative paths start. */
    public Optional<NewRun> plan(String id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT plan_name, plan, base, target FROM runs WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new NewRun(
                                    rows.getString(1), rows.getString(2), java.nio.file.Path.of(rows.getString(3)), rows.getString(4)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Returns the rejects of a run in the order in which they were found; at most those that its result listed. */
    public List<Reject> rejects(String run) {
        return database.read(connection -> StoredRejects.of(connection, run));
    }

    private static RunSummary summary(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new RunSummary(
                row.getString("id"),
                row.getString("plan_name"),
                row.getString("target"),
                outcome == null ? Outcome.FAILED : Outcome.valueOf(outcome),
                row.getLong("started"),
                row.getDouble("seconds"),
                row.getLong("documents"),
                row.getLong("rows"),
                row.getLong("rejects"),
                row.getString("plan"));
    }

    private static boolean running(ResultSet row) throws SQLException {
        return row.getString("outcome") == null
                && new RunningProcess(row.getLong("process"), row.getLong("process_started")).alive();
    }

    private static String unusedId(Connection connection, Instant now) throws SQLException {
        String time = ID_TIME.format(now.atZone(ZoneId.systemDefault()));
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM runs WHERE id = ?")) {
            for (int tries = 0; tries < ID_TRIES; tries++) {
                String id = time + String.format(Locale.ROOT, "-%04x", ThreadLocalRandom.current().nextInt(ID_SUFFIXES));
                select.setString(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        return id;
                    }
                }
            }
        }
        throw new SQLException("no unused run id for " + time);
    }
}
