package org.godwit.app.result;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.excerpt.ExcerptModel;
import org.godwit.app.explore.grid.GridModel;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.app.fx.Units;
import org.godwit.engine.Queryable;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** One run's result: what happened, and the rows of the target's tables. */
public final class ResultModel {
    private final RunResult result;
    private final Origin origin;
    private final TableOpener opener;
    private final Kit kit;
    private final ObjectProperty<RunResult.@Nullable TableRows> table = new SimpleObjectProperty<>();
    private final GridModel grid;
    private final ReadOnlyObjectWrapper<RowsState> rows = new ReadOnlyObjectWrapper<>(new RowsState.None());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private long request;

    public ResultModel(RunResult result, Origin origin, TableOpener opener, Kit kit) {
        this.result = result;
        this.origin = origin;
        this.opener = opener;
        this.kit = kit;
        this.grid = new GridModel(kit);
        table.subscribe(chosen -> read());
        if (hasTarget()) {
            tables().stream().max(Comparator.comparingLong(RunResult.TableRows::rows)).ifPresent(table::set);
        }
    }

    /**
     * Where a result comes from, and what can be done with its plan.
     *
     * @param planName a file name for the plan, without its ending
     * @param places folders, files or globs that the sources were read from
     * @param planWriter writes the plan to a file; blocks
     * @param command makes the command line that does the same as the run of this id; blocks
     * @param target of the plan with an absolute path; empty if the plan is not known
     * @param units what the sources are made of
     * @param ways where the result leads to
     */
    public record Origin(
            String planName,
            List<String> places,
            Consumer<Path> planWriter,
            UnaryOperator<String> command,
            Optional<Plan.Target> target,
            Units units,
            ResultLinks ways) {
        public Origin {
            places = List.copyOf(places);
        }
    }

    RunResult result() {
        return result;
    }

    Units units() {
        return origin.units();
    }

    Headline headline() {
        return Headline.of(result, origin.units());
    }

    List<LedgerPart> ledger() {
        return LedgerPart.of(result.ledger().total());
    }

    List<RunResult.TableRows> tables() {
        return result.tables();
    }

    /** Shows the target's tables, if there is a screen for it. */
    Optional<Runnable> explore() {
        return way(origin.ways().explore());
    }

    /** Shows what works with what, if there is a screen for it. */
    Optional<Runnable> compatibility() {
        return way(origin.ways().compatibility());
    }

    private Optional<Runnable> way(Optional<Consumer<Path>> screen) {
        return isOpen() ? screen.map(shown -> () -> shown.accept(target())) : Optional.empty();
    }

    /** Returns a model of excerpts from the sources of the run. */
    ExcerptModel excerpts() {
        return new ExcerptModel(kit, origin.places());
    }

    /** The table whose rows are shown. */
    ObjectProperty<RunResult.@Nullable TableRows> tableProperty() {
        return table;
    }

    ReadOnlyObjectProperty<RowsState> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The rows that are shown. */
    GridModel grid() {
        return grid;
    }

    /** Says where a value in them is from. */
    Tracing tracing() {
        return origin.ways().tracing();
    }

    /** A word about what was just done, such as where the plan was saved. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Begins to migrate the target to DuckDB, where it is anything else; empty if it is not or there is no screen for it. */
    Optional<Runnable> copy() {
        return isElsewhere() ? origin.ways().copy().flatMap(screen -> origin.target().map(target -> () -> screen.accept(target))) : Optional.empty();
    }

    /** Returns whether the run filled something that Godwit does not look into. */
    boolean isElsewhere() {
        return hasTarget() && !isOpen();
    }

    private boolean isOpen() {
        return hasTarget() && origin.target().map(target -> target.type().equals("duckdb")).orElseGet(() -> Queryable.test(result.target()));
    }

    /** Returns whether the target is in a folder of this machine. */
    boolean hasFolder() {
        return !Queryable.isServer(result.target());
    }

    /** Returns whether this run left a target. */
    boolean hasTarget() {
        return switch (result.outcome()) {
            case SUCCEEDED, SUCCEEDED_WITH_REJECTS, NOTHING_NEW -> true;
            case VERIFICATION_FAILED, FAILED, CANCELLED -> false;
        };
    }

    /** Copies the command line that does the same. */
    void copyCommand() {
        kit.tasks().ask(Text.of("app.result.copying"), context -> origin.command().apply(result.run())).then(outcome -> notice.set(switch (outcome) {
            case Outcome.Succeeded<String>(String command) -> {
                kit.desk().copy(command);
                yield Text.of("app.result.copied", command);
            }
            case Outcome.Failed<String>(var error) -> kit.trouble(error, "").message();
            case Outcome.Cancelled<String>() -> "";
        }));
    }

    void openFolder() {
        Path folder = target().toAbsolutePath().getParent();
        if (folder != null) {
            kit.desk().open(folder);
        }
    }

    /** Asks where to save the plan, and saves it there. */
    void savePlan() {
        String name = origin.planName() + ".plan.json";
        Path suggestion = hasFolder() ? target().toAbsolutePath().resolveSibling(name) : Path.of(System.getProperty("user.home")).resolve(name);
        kit.desk().chooseTarget(Text.of("app.result.plan.title"), suggestion).ifPresent(this::savePlan);
    }

    private void savePlan(Path file) {
        kit.tasks()
                .ask(Text.of("app.result.plan.saving", file.getFileName()), context -> {
                    origin.planWriter().accept(file);
                    return file;
                })
                .then(outcome -> notice.set(switch (outcome) {
                    case Outcome.Succeeded<Path>(Path written) -> Text.of("app.result.plan.saved", written);
                    case Outcome.Failed<Path>(var error) -> kit.trouble(error, "").asText();
                    case Outcome.Cancelled<Path>() -> "";
                }));
    }

    private Path target() {
        return Path.of(result.target());
    }

    /** Opens the chosen table's rows; only the answer to the latest question reaches the screen. */
    private void read() {
        request++;
        grid.clear();
        RunResult.TableRows chosen = table.get();
        if (chosen == null) {
            rows.set(new RowsState.None());
            return;
        }
        if (isElsewhere()) {
            rows.set(new RowsState.Elsewhere(chosen.name()));
            return;
        }
        long mine = request;
        rows.set(new RowsState.Reading(chosen.name()));
        kit.tasks()
                .ask(Text.of("app.result.reading", chosen.name()), context -> opener.open(target(), chosen.name(), context::isCancelled))
                .then(outcome -> opened(mine == request, chosen.name(), outcome));
    }

    private void opened(boolean wanted, String name, Outcome<RowSource> outcome) {
        switch (outcome) {
            case Outcome.Succeeded<RowSource>(RowSource source) -> {
                if (wanted) {
                    grid.show(source);
                    rows.set(new RowsState.Shown(target(), name));
                } else {
                    kit.tasks().ask(Text.of("app.grid.reading"), context -> {
                        source.close();
                        return true;
                    });
                }
            }
            case Outcome.Failed<RowSource>(var error) -> {
                if (wanted) {
                    rows.set(new RowsState.Missing(kit.trouble(error, Text.of("app.kept.read"))));
                }
            }
            case Outcome.Cancelled<RowSource>() -> {}
        }
    }
}
