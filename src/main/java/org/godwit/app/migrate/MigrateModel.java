package org.godwit.app.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.result.ResultModel;
import org.godwit.app.result.TablePages;
import org.godwit.engine.Workbench;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.task.Outcome;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** The straight path from dropped files to a checked database. Only for the FX thread; keeps its state when left. */
public final class MigrateModel {
    private final Workbench workbench;
    private final TablePages pages;
    private final Kit kit;
    private final Consumer<Path> planUsed;
    private final ReadOnlyObjectWrapper<MigrateState> state = new ReadOnlyObjectWrapper<>(new MigrateState.Empty());

    /**
     * @param planUsed is told of each plan file that was opened or saved, on any thread
     */
    public MigrateModel(Workbench workbench, TablePages pages, Kit kit, Consumer<Path> planUsed) {
        this.workbench = workbench;
        this.pages = pages;
        this.kit = kit;
        this.planUsed = planUsed;
    }

    public ReadOnlyObjectProperty<MigrateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns whether a migration goes on, which {@link #open} does not interrupt. */
    public boolean isRunning() {
        return state.get() instanceof MigrateState.Running;
    }

    /** Reads what is in these places: folders and files, or one plan. Does nothing while a migration goes on. */
    public void open(List<Path> places) {
        if (places.isEmpty() || isRunning()) {
            return;
        }
        if (state.get() instanceof MigrateState.Looking earlier) {
            earlier.job().cancel();
        }
        List<Path> dropped = List.copyOf(places);
        Job<Discovery> job = kit.tasks().start(Text.of("app.task.inspect", Places.title(dropped)), context -> discover(dropped, context));
        state.set(new MigrateState.Looking(dropped, job));
        job.then(outcome -> {
            if (state.get() instanceof MigrateState.Looking looking && looking.job().equals(job)) {
                state.set(discovered(dropped, outcome));
            }
        });
    }

    /** Carries out what was decided. Only from what was found, and only when ready. */
    void migrate() {
        if (!(state.get() instanceof MigrateState.Found(FoundModel found)) || !found.readyBinding().get()) {
            return;
        }
        Path target = found.target().path();
        String name = TargetModel.name(target.toString());
        Optional<String> recipe = found.recipeProperty().get();
        AtomicReference<@Nullable Plan> plan = new AtomicReference<>();
        Job<RunModel.Done> job = kit.tasks().start(Text.of("app.task.migrate", name), context -> {
            Prepared prepared = prepare(found.discovery(), target, recipe);
            plan.set(prepared.plan());
            return new RunModel.Done(prepared.plan(), workbench.run(prepared.plan(), prepared.base(), RunOptions.usual(), context));
        });
        state.set(new MigrateState.Running(new RunModel(name, job, plan)));
        Optional<String> command = CommandLine.of(found.discovery(), target, recipe);
        job.then(outcome -> state.set(ended(outcome, found, command)));
    }

    /** Goes back to what was found, to decide otherwise or try again. */
    void back(FoundModel found) {
        found.target().refresh();
        state.set(new MigrateState.Found(found));
    }

    /** Forgets what was found or done here; a migration that goes on is not touched. */
    void startOver() {
        if (!isRunning()) {
            state.set(new MigrateState.Empty());
        }
    }

    private Discovery discover(List<Path> places, TaskContext context) {
        List<String> recipes = workbench.recipes();
        if (!Places.isPlan(places)) {
            List<String> locations = places.stream().map(Path::toString).toList();
            return new Discovery(places, Optional.empty(), workbench.inspect(locations, context), recipes, Places.target(places));
        }
        Path file = places.getFirst().toAbsolutePath();
        Discovery.OpenPlan open = new Discovery.OpenPlan(file, workbench.readPlan(file));
        List<String> locations = open.plan().sources().stream()
                .map(source -> open.base().resolve(source.path()).normalize().toString())
                .toList();
        Inspection inspection = workbench.inspect(locations, context);
        Plan.Target target = open.plan().target();
        Path path = target == null ? Places.target(places) : open.base().resolve(target.path()).normalize();
        return new Discovery(places, Optional.of(open), inspection, List.of(), path);
    }

    private MigrateState discovered(List<Path> places, Outcome<Discovery> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<Discovery>(Discovery discovery) -> {
                discovery.plan().ifPresent(plan -> planUsed.accept(plan.file()));
                yield new MigrateState.Found(new FoundModel(discovery, kit.tasks()));
            }
            case Outcome.Failed<Discovery>(GodwitException error) ->
                new MigrateState.Failed(places, kit.trouble(error, Text.of("app.kept.sources")), Optional.empty());
            case Outcome.Cancelled<Discovery>() -> new MigrateState.Empty();
        };
    }

    /** A plan and the folder where its relative paths start. */
    private record Prepared(Plan plan, Path base) {}

    private Prepared prepare(Discovery found, Path target, Optional<String> recipe) {
        Path here = Path.of("").toAbsolutePath();
        if (found.plan().isEmpty()) {
            return new Prepared(workbench.propose(found.inspection(), target.toString(), recipe).plan(), here);
        }
        Plan p = found.plan().get().plan();
        String type = p.target() == null ? "duckdb" : p.target().type();
        boolean same = p.target() != null && found.target().equals(target);
        Plan.Target named = same ? p.target() : new Plan.Target(type, target.toString());
        Plan plan = new Plan(
                p.version(), p.name(), p.description(), p.sources(), named, p.datasets(), p.tables(), p.views(), p.options());
        return new Prepared(plan, found.plan().get().base());
    }

    private MigrateState ended(Outcome<RunModel.Done> outcome, FoundModel found, Optional<String> command) {
        String kept = Text.of("app.kept.target", TargetModel.name(found.target().textProperty().get()));
        return switch (outcome) {
            case Outcome.Succeeded<RunModel.Done>(RunModel.Done(Plan plan, RunResult result)) ->
                new MigrateState.Finished(new ResultModel(result, origin(plan, command), pages, kit));
            case Outcome.Failed<RunModel.Done>(GodwitException error) ->
                new MigrateState.Failed(found.discovery().places(), kit.trouble(error, kept), Optional.of(found));
            case Outcome.Cancelled<RunModel.Done>() -> new MigrateState.Cancelled(kept, Optional.of(found));
        };
    }

    private ResultModel.Origin origin(Plan plan, Optional<String> command) {
        return new ResultModel.Origin(command, plan.name(), file -> {
            workbench.writePlan(plan, file);
            planUsed.accept(file);
        });
    }
}
