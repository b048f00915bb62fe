package org.godwit.app.explore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.godwit.analysis.explore.ExportFormat;
import org.godwit.analysis.explore.Explorer;
import org.godwit.analysis.explore.ResultRows;
import org.godwit.app.explore.grid.GridModel;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Trouble;
import org.godwit.duck.CatalogTable;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** The console: one statement that reads, at a time, with limits. Only for the FX thread. */
public final class SqlModel {
    /** How many rows of a result are shown. */
    static final long MOST_ROWS = 10_000;
    /** The time limits to choose from. */
    static final List<Duration> TIMES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final Explorer explorer;
    private final Kit kit;
    private final History history;
    private final Supplier<List<CatalogTable>> tables;
    private final GridModel grid;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Duration> time = new SimpleObjectProperty<>(TIMES.get(1));
    private final ReadOnlyObjectWrapper<SqlState> state = new ReadOnlyObjectWrapper<>(new SqlState.Idle());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private @Nullable Path database;
    private @Nullable Job<Result> job;
    private String shown = "";
    private long question;

    /** A result and how long it took. */
    private record Result(QueryResult rows, double seconds) {}

    SqlModel(Explorer explorer, Kit kit, Settings settings, Supplier<List<CatalogTable>> tables) {
        this.explorer = explorer;
        this.kit = kit;
        this.history = new History(settings);
        this.tables = tables;
        this.grid = new GridModel(kit);
    }

    /** Asks this database from now on; what was shown of another one goes away. */
    void use(@Nullable Path file) {
        if (!java.util.Objects.equals(file, database)) {
            stop();
            database = file;
            grid.clear();
            notice.set("");
            state.set(new SqlState.Idle());
        }
    }

    public StringProperty textProperty() {
        return text;
    }

    ObjectProperty<Duration> timeProperty() {
        return time;
    }

    public ReadOnlyObjectProperty<SqlState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public GridModel grid() {
        return grid;
    }

    List<String> history() {
        return history.all();
    }

    List<Completion> completions(int caret) {
        return Completion.of(text.get(), caret, tables.get());
    }

    /** Runs the statement in the editor; a statement that is still running is stopped. */
    public void run() {
        Path file = database;
        String sql = text.get();
        if (file == null || sql.isBlank()) {
            return;
        }
        stop();
        notice.set("");
        history.add(sql);
        long mine = question;
        QueryLimits limits = new QueryLimits(MOST_ROWS, time.get());
        state.set(new SqlState.Running());
        Job<Result> started = kit.tasks().start(Text.of("app.sql.running"), context -> {
            long begun = System.nanoTime();
            QueryResult rows = explorer.query(file, sql, limits, context::isCancelled);
            return new Result(rows, (System.nanoTime() - begun) / 1e9);
        });
        job = started;
        started.then(outcome -> {
            if (mine == question) {
                ended(sql, outcome);
            }
        });
    }

    private void ended(String sql, Outcome<Result> outcome) {
        switch (outcome) {
            case Outcome.Succeeded<Result>(Result result) -> {
                shown = sql;
                grid.show(new ResultRows(result.rows()));
                state.set(new SqlState.Done(result.rows().rows().size(), result.rows().complete(), result.seconds()));
            }
            case Outcome.Failed<Result>(GodwitException error) -> {
                grid.clear();
                boolean ofSql = error.code() == ErrorCode.QUERY_FAILED && !error.arguments().isEmpty();
                String message = ofSql ? error.arguments().getFirst().toString() : Trouble.of(error, "").message();
                state.set(new SqlState.Failed(SqlProblem.of(sql, message)));
            }
            case Outcome.Cancelled<Result>() -> {
                grid.clear();
                state.set(new SqlState.Stopped());
            }
        }
    }

    /** Stops what is running. */
    void cancel() {
        Job<Result> running = job;
        if (running != null && state.get() instanceof SqlState.Running) {
            running.cancel();
        }
    }

    private void stop() {
        question++;
        Job<Result> running = job;
        job = null;
        if (running != null) {
            running.cancel();
        }
    }

    /** Asks where to write the whole result of the statement whose rows are shown, and writes it there. */
    void export(ExportFormat format) {
        Path file = database;
        if (file != null && state.get() instanceof SqlState.Done) {
            QueryLimits limits = new QueryLimits(Long.MAX_VALUE, TIMES.getLast());
            new Exports(explorer, kit, notice::set).ask(file, shown, "query", format, limits);
        }
    }
}
