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
import org.godwit.app.excerpt.ExcerptModel;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.engine.Queryable;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** One run's result: what happened, and the rows of the target's tables, a page at a time. */
public final class ResultModel {
    /** How many rows one page has. */
    static final int PAGE_ROWS = 200;

    private final RunResult result;
    private final Origin origin;
    private final TablePages pages;
    private final Kit kit;
    private final ObjectProperty<RunResult.@Nullable TableRows> table = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<PageState> page = new ReadOnlyObjectWrapper<>(new PageState.None());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private long request;

    public ResultModel(RunResult result, Origin origin, TablePages pages, Kit kit) {
        this.result = result;
        this.origin = origin;
        this.pages = pages;
        this.kit = kit;
        table.subscribe(chosen -> read(0));
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
     * @param ways where the result leads to
     */
    public record Origin(
            String planName,
            List<String> places,
            Consumer<Path> planWriter,
            UnaryOperator<String> command,
            Optional<Plan.Target> target,
            ResultLinks ways) {
        public Origin {
            places = List.copyOf(places);
        }
    }

    RunResult result() {
        return result;
    }

    Headline headline() {
        return Headline.of(result);
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

    ReadOnlyObjectProperty<PageState> pageProperty() {
        return page.getReadOnlyProperty();
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

    void nextPage() {
        if (page.get() instanceof PageState.Shown shown && shown.page().offset() + PAGE_ROWS < shown.page().total()) {
            read(shown.page().offset() + PAGE_ROWS);
        }
    }

    void previousPage() {
        if (page.get() instanceof PageState.Shown shown && shown.page().offset() > 0) {
            read(Math.max(0, shown.page().offset() - PAGE_ROWS));
        }
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

    /** Reads a page; only the answer to the latest question reaches the screen. */
    private void read(long offset) {
        request++;
        RunResult.TableRows chosen = table.get();
        if (chosen == null) {
            page.set(new PageState.None());
            return;
        }
        if (isElsewhere()) {
            page.set(new PageState.Elsewhere(chosen.name()));
            return;
        }
        long mine = request;
        page.set(new PageState.Reading(chosen.name()));
        kit.tasks()
                .ask(Text.of("app.result.reading", chosen.name()), context -> pages.page(target(), chosen.name(), offset, PAGE_ROWS))
                .then(outcome -> {
                    if (mine == request) {
                        page.set(shown(chosen.name(), outcome));
                    }
                });
    }

    private PageState shown(String name, Outcome<TablePages.Page> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<TablePages.Page>(TablePages.Page rows) -> new PageState.Shown(name, rows);
            case Outcome.Failed<TablePages.Page>(var error) -> new PageState.Missing(kit.trouble(error, Text.of("app.kept.read")));
            case Outcome.Cancelled<TablePages.Page>() -> new PageState.None();
        };
    }
}
