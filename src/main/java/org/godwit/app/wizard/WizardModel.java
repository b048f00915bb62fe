package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.godwit.app.action.Action;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.mapping.MappingModel;
import org.godwit.app.place.NamedPlace;
import org.godwit.app.place.ServerModel;
import org.godwit.app.result.ResultModel;
import org.godwit.engine.Workbench;
import org.godwit.model.Connection;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.task.Outcome;
import org.godwit.task.TaskContext;
import org.kordamp.ikonli.feather.Feather;

/**
 * The way from a source to a checked database: what was found, decided and done, and at which step a person is. Work
 * starts only by {@link #open} and {@link #migrate}; going back and forth starts none. Only for the FX thread; keeps its
 * state when left.
 */
public final class WizardModel {
    private final Workbench workbench;
    private final Kit kit;
    private final WizardLinks links;
    private final Discoverer discoverer;
    private final MappingModel mapping;
    private final ReadOnlyObjectWrapper<SourceState> source = new ReadOnlyObjectWrapper<>(new SourceState.Nothing());
    private final ReadOnlyObjectWrapper<RunState> run = new ReadOnlyObjectWrapper<>(new RunState.Idle());
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReviewModel review;
    /** Where to go as soon as nothing is in the way; given up at the first move by hand. */
    private Optional<String> destination = Optional.empty();

    public WizardModel(Workbench workbench, Kit kit, WizardLinks links) {
        this.workbench = workbench;
        this.kit = kit;
        this.links = links;
        this.discoverer = new Discoverer(workbench);
        this.mapping = new MappingModel(workbench, kit);
        this.review = new ReviewModel(this, workbench, kit);
        mapping.validProperty().subscribe(valid -> goOn());
    }

    // ---- where a person is

    public ReadOnlyObjectProperty<SourceState> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunState> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** The position of the step among {@link MigrationWizard#STEPS}. */
    ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Returns the id of the step that is shown: source, data, mapping, review, run or result. */
    public String step() {
        return MigrationWizard.STEPS.get(step.get()).id();
    }

    /** Returns whether a migration goes on, which {@link #open} does not interrupt. */
    public boolean isRunning() {
        return run.get() instanceof RunState.Running;
    }

    /** The plan as it is shaped now. */
    public MappingModel mapping() {
        return mapping;
    }

    ReviewModel review() {
        return review;
    }

    WizardLinks links() {
        return links;
    }

    Kit kit() {
        return kit;
    }

    Optional<FoundModel> found() {
        return source.get() instanceof SourceState.Found(FoundModel found) ? Optional.of(found) : Optional.empty();
    }

    /** Returns whether the plan was changed by hand since it was proposed or opened. */
    boolean isEdited() {
        return found().map(found -> !mapping.planProperty().get().equals(found.draftProperty().get().draft().plan())).orElse(false);
    }

    /** What can be done on this screen, for menus, shortcuts and the command palette. */
    public List<Action> actions() {
        int review = MigrationWizard.index("review");
        BooleanBinding shaping = Bindings.createBooleanBinding(() -> step().equals("mapping"), step);
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("migrate.next", "app.wizard.next", Feather.ARROW_RIGHT, this::next).on("Alt+Right").when(step.lessThan(review)),
                Action.of("migrate.back", "app.wizard.back", Feather.ARROW_LEFT, this::back).on("Alt+Left").when(step.greaterThan(0)),
                Action.of("migrate.accept", "app.wizard.accept", Feather.FAST_FORWARD, this::accept).when(step.lessThan(review - 1)),
                Action.of("migrate.run", "app.review.migrate.plain", Feather.PLAY, this::migrate).on("Shortcut+Enter").when(step.isEqualTo(review))));
        mapping.actions().forEach(action -> actions.add(action.when(shaping.and(action.enabled()))));
        return List.copyOf(actions);
    }

    // ---- going on and back

    /** Goes to the next step if nothing is in the way. */
    void next() {
        if (step.get() + 1 < MigrationWizard.STEPS.size() && blocked(step.get()).getValue().isEmpty()) {
            show(step.get() + 1);
        }
    }

    /** Goes to the step before; never asks for anything. */
    void back() {
        if (canGoBack()) {
            // From a result or a run that ended one comes back to what was decided.
            show(Math.min(step.get() - 1, MigrationWizard.index("review")));
        }
    }

    boolean canGoBack() {
        return step.get() > 0 && !isRunning();
    }

    /** Accepts everything as it is and goes to the review. */
    void accept() {
        go("review");
    }

    /** Goes to a step that can be reached. */
    void go(String id) {
        int wanted = MigrationWizard.index(id);
        if (canReach(wanted)) {
            show(wanted);
        }
    }

    /** Returns whether nothing before a step is in its way. */
    boolean canReach(int wanted) {
        int run = MigrationWizard.index("run");
        if (isRunning() || wanted >= run) {
            return wanted == step.get() || (wanted == run && !(runProperty().get() instanceof RunState.Idle) && !hasResult())
                    || (wanted > run && hasResult());
        }
        for (int before = 0; before < wanted; before++) {
            if (!blocked(before).getValue().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasResult() {
        return run.get() instanceof RunState.Finished;
    }

    private static ObservableValue<String> blocked(WizardModel model, int index) {
        return MigrationWizard.STEPS.get(index).blocked().apply(model);
    }

    ObservableValue<String> blocked(int index) {
        return blocked(this, index);
    }

    private void show(int index) {
        destination = Optional.empty();
        step.set(index);
    }

    private void goOn() {
        destination.ifPresent(this::go);
    }

    // ---- the source

    /** Reads what is in these places: folders and files, or one plan. Does nothing while a migration goes on. */
    public void open(List<Path> places) {
        if (!places.isEmpty()) {
            List<Path> dropped = List.copyOf(places);
            look(Places.title(dropped), dropped, context -> discoverer.discover(dropped, context), "source", Optional.empty());
        }
    }

    /** Asks for the fields of a server. Does nothing while a migration goes on. */
    public void connect() {
        connect(Optional.empty());
    }

    /**
     * Asks for the fields of a server.
     *
     * @param known what they are already
     */
    void connect(Optional<Connection> known) {
        if (!isRunning()) {
            startOver();
            ServerModel server = new ServerModel(workbench, kit, links.passwords());
            known.ifPresent(server::take);
            server.look(links.folder());
            source.set(new SourceState.Connecting(server));
        }
    }

    /** Reads a database on a server. Does nothing while a migration goes on. */
    public void open(Connection server) {
        open(server, Optional.empty());
    }

    /**
     * Reads a database on a server likewise.
     *
     * @param place which named place it is
     */
    void open(Connection server, Optional<NamedPlace> place) {
        look(server.database(), List.of(), context -> discoverer.discover(server, place, context), "source", Optional.of(server));
    }

    /**
     * Takes the plan of an earlier run, to carry it out again.
     *
     * @param base the folder where its relative paths start
     */
    public void open(Plan plan, Path base) {
        Discovery.OpenPlan open = new Discovery.OpenPlan(Optional.empty(), plan, plan, base);
        Path otherwise = base.resolve(plan.name() + ".duckdb");
        Optional<Connection> server = plan.sources().stream().flatMap(from -> Optional.ofNullable(from.connection()).stream()).findFirst();
        look(plan.name(), List.of(), context -> discoverer.discover(open, plan.name(), otherwise, context), "review", server);
    }

    private void look(String title, List<Path> places, Function<TaskContext, Discovery> work, String then, Optional<Connection> server) {
        if (isRunning()) {
            return;
        }
        if (source.get() instanceof SourceState.Looking earlier) {
            earlier.job().cancel();
        }
        run.set(new RunState.Idle());
        Job<Discovery> job = kit.tasks().start(Text.of("app.task.inspect", title), work);
        source.set(new SourceState.Looking(title, job));
        show(0);
        job.then(outcome -> {
            if (source.get() instanceof SourceState.Looking looking && looking.job().equals(job)) {
                source.set(discovered(places, outcome, () -> look(title, places, work, then, server), server));
                destination = Optional.of(then);
                goOn();
            }
        });
    }

    private SourceState discovered(List<Path> places, Outcome<Discovery> outcome, Runnable again, Optional<Connection> server) {
        return switch (outcome) {
            case Outcome.Succeeded<Discovery>(Discovery discovery) -> {
                (discovery.plan().isPresent() ? discovery.plan().get().file() : places.stream().findFirst()).ifPresent(links.used());
                FoundModel found = new FoundModel(discovery, workbench, kit, links);
                found.draftProperty().subscribe(state -> drafted(found, state));
                yield new SourceState.Found(found);
            }
            case Outcome.Failed<Discovery>(GodwitException error) ->
                new SourceState.Failed(places, kit.trouble(error, Text.of("app.kept.sources")), again, server);
            case Outcome.Cancelled<Discovery>() -> new SourceState.Nothing();
        };
    }

    private void drafted(FoundModel found, FoundModel.DraftState state) {
        if (state instanceof FoundModel.DraftState.Made(Workbench.Draft draft)) {
            mapping.open(draft.plan(), found.base(), draft.inspection(), draft.findings());
        }
    }

    /** Takes the plan as it was proposed or opened; edits are forgotten. */
    void discardEdits() {
        found().ifPresent(found -> drafted(found, found.draftProperty().get()));
    }

    /** Forgets what was found or done here; a migration that goes on is not touched. */
    void startOver() {
        if (!isRunning()) {
            source.set(new SourceState.Nothing());
            run.set(new RunState.Idle());
            show(0);
        }
    }

    /** Why one cannot go on from the source. */
    ObservableValue<String> sourceBlocked() {
        return source.map(state -> switch (state) {
            case SourceState.Nothing() -> Text.of("app.blocked.source");
            case SourceState.Connecting connecting -> Text.of("app.blocked.connecting");
            case SourceState.Looking looking -> Text.of("app.blocked.looking");
            case SourceState.Failed failed -> Text.of("app.blocked.source");
            case SourceState.Found(FoundModel found) -> found.inspection().documents() == 0 ? Text.of("app.blocked.nothing") : "";
        });
    }

    /** Why one cannot go on with the draft of the plan. */
    ObservableValue<String> draftBlocked() {
        return source.flatMap(state -> state instanceof SourceState.Found(FoundModel found)
                ? found.draftProperty().map(WizardModel::draftBlocked)
                : Bindings.createStringBinding(() -> Text.of("app.blocked.source")));
    }

    private static String draftBlocked(FoundModel.DraftState draft) {
        return switch (draft) {
            case FoundModel.DraftState.Making making -> Text.of("app.blocked.draft");
            case FoundModel.DraftState.Made made -> "";
            case FoundModel.DraftState.Failed(var before, String reason) -> reason;
        };
    }

    // ---- the run

    /** Carries out what was reviewed: the one thing here that writes. Only when nothing is in the way. */
    void migrate() {
        FoundModel found = found().orElse(null);
        if (found == null || isRunning() || !canReach(MigrationWizard.index("review")) || !review.blocked().getValue().isEmpty()) {
            return;
        }
        mapping.pause();
        Plan plan = found.into(mapping.planProperty().get());
        Path base = found.base();
        String name = found.target().name();
        boolean consent = review.protection().agreedProperty().get();
        Job<RunResult> job = kit.tasks()
                .start(Text.of("app.task.migrate", name), context -> {
                    Protection.require(consent, plan, found);
                    return workbench.run(plan, base, RunOptions.usual(), context);
                });
        PlanKeeper keeper = new PlanKeeper(workbench, links, plan, found.named(plan), base, isEdited() ? Optional.empty() : CommandLine.of(found));
        run.set(new RunState.Running(new RunModel(name, plan, found.inspection(), job)));
        show(MigrationWizard.index("run"));
        job.then(outcome -> {
            run.set(ended(outcome, name, keeper, found));
            if (hasResult() && step().equals("run")) {
                show(MigrationWizard.index("result"));
            }
        });
    }

    private RunState ended(Outcome<RunResult> outcome, String name, PlanKeeper keeper, FoundModel found) {
        String kept = Text.of("app.kept.target", name);
        return switch (outcome) {
            case Outcome.Succeeded<RunResult>(RunResult result) ->
                new RunState.Finished(new ResultModel(result, keeper.origin(found.discovery().locations()), links.rows(), kit));
            case Outcome.Failed<RunResult>(GodwitException error) -> new RunState.Failed(kit.trouble(error, kept));
            case Outcome.Cancelled<RunResult>() -> new RunState.Cancelled(kept);
        };
    }

    /** Goes back to the review after a run that stopped, to decide otherwise or try again. */
    void backToReview() {
        found().ifPresent(found -> found.target().refresh());
        go("review");
    }
}
