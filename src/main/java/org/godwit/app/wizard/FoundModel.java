package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.godwit.app.excerpt.ExcerptModel;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.app.place.NamedPlace;
import org.godwit.app.place.ServerModel;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.ProfileChoice;
import org.godwit.model.Choices;
import org.godwit.model.CsvOptions;
import org.godwit.model.FileReport;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.Problem;
import org.godwit.task.Outcome;

/**
 * What was found, and what is decided about it: the recipe, the choices, the target. A decision that changes the plan
 * makes a new draft of it in the background; the latest decision wins. Only for the FX thread.
 */
final class FoundModel {
    private static final Set<String> FILE_PER_TABLE = Set.of("csv", "parquet");

    private final Discovery discovery;
    private final Workbench workbench;
    private final Kit kit;
    private final Path folder;
    private final TargetModel target;
    private final ObjectProperty<Optional<String>> recipe;
    private final ReadOnlyObjectWrapper<Choices> choices = new ReadOnlyObjectWrapper<>(Choices.NONE);
    private final ReadOnlyObjectWrapper<DraftState> draft;
    private Optional<Job<Workbench.Draft>> making = Optional.empty();

    FoundModel(Discovery discovery, Workbench workbench, Kit kit, WizardLinks links) {
        this.discovery = discovery;
        this.workbench = workbench;
        this.kit = kit;
        this.folder = links.folder();
        this.target = new TargetModel(kit.tasks(), new ServerModel(workbench, kit, links.passwords()));
        this.recipe = new SimpleObjectProperty<>(discovery.suggestion());
        this.draft = new ReadOnlyObjectWrapper<>(new DraftState.Made(discovery.draft()));
        target.take(discovery.target());
        target.server().look(base());
        recipe.addListener((property, before, after) -> make());
    }

    /** The plan as it follows from the decisions. */
    sealed interface DraftState {
        Workbench.Draft draft();

        /**
         * It is being made.
         *
         * @param draft the one before
         */
        record Making(Workbench.Draft draft, Job<?> job) implements DraftState {}

        record Made(Workbench.Draft draft) implements DraftState {}

        /**
         * It could not be made.
         *
         * @param draft the one before
         * @param reason for people
         */
        record Failed(Workbench.Draft draft, String reason) implements DraftState {}
    }

    Discovery discovery() {
        return discovery;
    }

    ReadOnlyObjectProperty<DraftState> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** What was found, by the latest draft. */
    Inspection inspection() {
        return draft.get().draft().inspection();
    }

    /** Whether tables were found, or documents. */
    Units units() {
        return Units.of(draft.get().draft().plan());
    }

    /** Returns the databases that the tables were found in; empty if files were found. */
    Optional<List<String>> databases() {
        return units() == Units.ROWS ? Places.databases(inspection().files().stream().map(FileReport::path).toList()) : Optional.empty();
    }

    /** Returns whether each table is a file of its own instead of a part of a database. */
    boolean isFilePerTable() {
        return draft.get().draft().plan().sources().stream().allMatch(source -> FILE_PER_TABLE.contains(source.type()));
    }

    List<Problem> problems() {
        return inspection().problems();
    }

    /** Returns the key of the words that say what the problems are. */
    String problemsTitle() {
        boolean leftOut = inspection().files().stream().allMatch(file -> file.problem() == null || file.status() == FileReport.Status.OTHER);
        return leftOut ? "app.problems.title.left" : databases().isPresent() ? "app.problems.title.tables" : "app.problems.title";
    }

    TargetModel target() {
        return target;
    }

    /** The chosen recipe; empty lets Godwit propose the tables. */
    ObjectProperty<Optional<String>> recipeProperty() {
        return recipe;
    }

    /** What the person decided otherwise than the scan. */
    ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Returns whether datasets or keys were decided otherwise. */
    boolean isDecided() {
        return !choices.get().with(CsvOptions.AS_FOUND).isEmpty();
    }

    /** Returns whether there are files that can be read in another way. */
    boolean hasWaysToRead() {
        return !isSettled() && draft.get().draft().plan().sources().stream().anyMatch(source -> source.type().equals(CsvOptions.TYPE));
    }

    /** Returns whether datasets and keys are settled by a plan that was opened. */
    boolean isSettled() {
        return discovery.plan().isPresent();
    }

    /** Decides otherwise than the scan. Does nothing if a plan settles it. */
    void choose(Choices next) {
        if (!isSettled() && !next.equals(choices.get())) {
            choices.set(next);
            make();
        }
    }

    /** The folder where relative paths of the plan start. */
    Path base() {
        return discovery.plan().map(Discovery.OpenPlan::base).orElse(folder);
    }

    /** Returns a plan with the chosen target. */
    Plan into(Plan p) {
        Plan.Target chosen = target.target();
        Plan.Target given = p.target();
        boolean same = given != null && given.connection() == null
                && chosen.equals(given.withPath(base().resolve(given.path()).toAbsolutePath().normalize().toString()));
        Plan.Target named = same ? given : chosen;
        return p.between(p.sources(), named);
    }

    /** Returns a plan as people keep it: with the names of its places, if it was opened with them or they were chosen here. */
    Plan named(Plan p) {
        Plan opened = discovery.plan().map(open -> ProfileChoice.named(p, open.written(), open.plan())).orElse(p);
        Optional<NamedPlace> from = sourcePlace();
        List<Plan.Source> sources = opened.sources().stream()
                .map(source -> from.map(place -> new Plan.Source(
                                source.name(), Plan.PLACE, place.name(), source.include(), null, source.json(), source.options()))
                        .orElse(source))
                .toList();
        Plan.Target to = target.place().map(place -> new Plan.Target(Plan.PLACE, place.name()).with(opened.mode())).orElse(opened.target());
        return opened.between(sources, to);
    }

    /** Returns the named place that was read; a plan is carried out by one profile, and that of the target goes first. */
    Optional<NamedPlace> sourcePlace() {
        return discovery.place().filter(from -> target.place().map(to -> to.profile().equals(from.profile())).orElse(true));
    }

    /** Returns a model of excerpts from the sources. */
    ExcerptModel excerpts() {
        return new ExcerptModel(kit, discovery.locations());
    }

    private void make() {
        making.ifPresent(Job::cancel);
        Workbench.Draft before = draft.get().draft();
        String wanted = discovery.target().path();
        Optional<String> by = recipe.get();
        Choices decided = choices.get();
        Job<Workbench.Draft> job = kit.tasks()
                .start(Text.of("app.task.draft", discovery.title()), context -> workbench.draft(discovery.locations(), wanted, by, decided, context));
        making = Optional.of(job);
        draft.set(new DraftState.Making(before, job));
        job.then(outcome -> {
            if (making.equals(Optional.of(job))) {
                making = Optional.empty();
                draft.set(made(outcome, before));
            }
        });
    }

    private DraftState made(Outcome<Workbench.Draft> outcome, Workbench.Draft before) {
        return switch (outcome) {
            case Outcome.Succeeded<Workbench.Draft>(Workbench.Draft made) -> new DraftState.Made(made);
            case Outcome.Failed<Workbench.Draft>(var error) -> new DraftState.Failed(before, kit.trouble(error, "").message());
            case Outcome.Cancelled<Workbench.Draft>() -> new DraftState.Failed(before, Text.of("app.data.cancelled"));
        };
    }
}
