package org.godwit.app.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.godwit.app.action.Action;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.engine.Workbench;
import org.godwit.engine.coverage.Coverage;
import org.godwit.engine.diagnose.Sample;
import org.godwit.engine.diagnose.Trial;
import org.godwit.engine.edit.EditHistory;
import org.godwit.engine.edit.PlanEdit;
import org.godwit.engine.plan.PlanChecker;
import org.godwit.engine.plan.PlanFault;
import org.godwit.engine.text.Messages;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.LeafCounts;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** The plan while it is being shaped, and what it would do. Only for the FX thread. */
public final class MappingModel {
    static final Plan NOTHING = new Plan(Plan.VERSION, "", "", List.of(), null, List.of(), List.of(), List.of(), Options.DEFAULT);
    static final Inspection UNSEEN = new Inspection(List.of(), List.of(), LeafCounts.NONE, List.of(), 0);
    private static final int ROWS = 20;
    private static final long WAIT = 250;
    /** Above so many bytes the figures of the profile have to do. */
    private static final long TRIAL_BYTES = 512L << 20;

    private final Workbench workbench;
    private final FxTasks tasks;
    private final Background<List<PlanFault>> checks;
    private final Background<List<Sample>> previews;
    private final Background<Trial> trials;
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Inspection> inspection = new ReadOnlyObjectWrapper<>(UNSEEN);
    private final ReadOnlyObjectWrapper<Coverage> coverage = new ReadOnlyObjectWrapper<>(Coverage.of(UNSEEN, NOTHING));
    private final ReadOnlyObjectWrapper<List<PlanFault>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<PreviewState> preview = new ReadOnlyObjectWrapper<>(new PreviewState.None());
    private final ReadOnlyStringWrapper undoWords = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoWords = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    private final ObjectProperty<@Nullable SourceRow> source = new SimpleObjectProperty<>();
    private final ReadOnlyLongWrapper details = new ReadOnlyLongWrapper();
    private EditHistory history = new EditHistory(NOTHING);
    private final Commands commands = new Commands(this);
    private List<Finding> findings = List.of();
    private Path base = Path.of("");

    public MappingModel(Workbench workbench, Kit kit) {
        this(workbench, kit, WAIT);
    }

    /** @param wait how many milliseconds the preview waits for the next change */
    MappingModel(Workbench workbench, Kit kit, long wait) {
        this.workbench = workbench;
        this.tasks = kit.tasks();
        this.checks = new Background<>(kit.tasks(), Text.of("app.mapping.check"), 0);
        this.previews = new Background<>(kit.tasks(), Text.of("app.mapping.preview.making"), wait);
        this.trials = new Background<>(kit.tasks(), Text.of("app.mapping.trial"), 3 * wait);
        selection.subscribe((was, now) -> {
            if (!was.table().equals(now.table()) && valid.get()) {
                makePreview();
            }
        });
    }

    /**
     * Starts to shape a plan; what was shaped before is forgotten.
     *
     * @param start where relative paths of the plan start
     * @param seen what is in its sources
     * @param said findings of the proposal
     */
    public void open(Plan opened, Path start, Inspection seen, List<Finding> said) {
        base = start;
        findings = List.copyOf(said);
        history = new EditHistory(opened);
        notice.set("");
        preview.set(new PreviewState.None());
        plan.set(NOTHING);
        coverage.set(Coverage.of(seen, opened));
        inspection.set(seen);
        valid.set(false);
        source.set(null);
        selection.set(Selection.NONE);
        changed();
        selection.set(opened.tables().isEmpty() ? Selection.NONE : new Selection(opened.tables().getFirst().name(), ""));
    }

    /** Changes the plan, or says why not. */
    void apply(PlanEdit edit) {
        try {
            notice.set(String.join("\n", history.apply(edit)));
            changed();
        } catch (GodwitException e) {
            notice.set(Messages.of(e));
        }
    }

    /** Says why something could not be done. */
    void say(String words) {
        notice.set(words);
    }

    /** Takes the last change back. */
    void undo() {
        if (history.undo()) {
            notice.set("");
            changed();
        }
    }

    /** Makes the change again that was taken back last. */
    void redo() {
        if (history.redo()) {
            notice.set("");
            changed();
        }
    }

    private void changed() {
        Plan now = history.plan();
        if (now.equals(plan.get())) {
            return;
        }
        coverage.set(coverage.get().with(now));
        undoWords.set(history.undoWords().orElse(""));
        redoWords.set(history.redoWords().orElse(""));
        Selection was = selection.get();
        plan.set(now);
        selection.set(kept(was, now));
        checks.ask(_ -> PlanChecker.check(now), outcome -> {
            if (outcome instanceof Outcome.Succeeded<List<PlanFault>>(List<PlanFault> found)) {
                checked(found);
            }
        });
    }

    /** Rows and figures are made only of a plan that means something. */
    private void checked(List<PlanFault> found) {
        faults.set(found);
        valid.set(found.isEmpty());
        makePreview();
        tryOut();
    }

    /** Returns the selection, or what is left of it. */
    private static Selection kept(Selection was, Plan now) {
        Optional<TableSpec> table = now.table(was.table());
        if (table.isEmpty()) {
            return now.tables().isEmpty() ? Selection.NONE : new Selection(now.tables().getFirst().name(), "");
        }
        return table.get().column(was.column()).isPresent() ? was : new Selection(was.table(), "");
    }

    private void makePreview() {
        Plan now = plan.get();
        String name = selection.get().table();
        Optional<TableSpec> table = now.table(name);
        if (table.isEmpty()) {
            previews.stop();
            preview.set(new PreviewState.None());
            return;
        }
        if (!valid.get()) {
            previews.stop();
            preview.set(new PreviewState.Missing(name, Text.of("app.mapping.preview.faults")));
            return;
        }
        PreviewState before = preview.get() instanceof PreviewState.Making making ? making.before() : preview.get();
        preview.set(new PreviewState.Making(name, before));
        List<String> columns = table.get().columns().stream().map(TableSpec.Column::name).toList();
        Path start = base;
        previews.ask(context -> workbench.samples(now, start, name, ROWS, context), outcome -> preview.set(shown(name, columns, outcome)));
    }

    private static PreviewState shown(String table, List<String> columns, Outcome<List<Sample>> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<List<Sample>>(List<Sample> samples) -> new PreviewState.Shown(table, columns, samples);
            case Outcome.Failed<List<Sample>>(GodwitException error) -> new PreviewState.Missing(table, Messages.of(error));
            case Outcome.Cancelled<List<Sample>> _ -> new PreviewState.None();
        };
    }

    private void tryOut() {
        Plan now = plan.get();
        trials.stop();
        if (!valid.get() || inspection.get().bytes() > TRIAL_BYTES || inspection.get().bytes() == 0) {
            return;
        }
        Path start = base;
        trials.ask(context -> workbench.tryOut(now, start, true, context), outcome -> {
            if (outcome instanceof Outcome.Succeeded<Trial>(Trial trial) && trial.whole() && trial.ledger().total().read() > 0) {
                coverage.set(coverage.get().with(now, trial.ledger()));
            }
        });
    }

    /** Stops what goes on in the background, for when the page is left. */
    public void pause() {
        checks.stop();
        previews.stop();
        trials.stop();
    }

    /** The plan as it is now. */
    public ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Whether the plan can be run as it is. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** What becomes of the values of the source. */
    ReadOnlyObjectProperty<Coverage> coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    /** Returns the same in a sentence: "16,234 values: 16,197 in columns, 37 in rest, 0 lost". */
    public String coverageWords() {
        return CoverageBar.words(coverage.get().total(), coverage.get().isExact());
    }

    /** What is wrong in the plan. */
    ReadOnlyObjectProperty<List<PlanFault>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PreviewState> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What undo would take back; empty for nothing. */
    ReadOnlyStringProperty undoWordsProperty() {
        return undoWords.getReadOnlyProperty();
    }

    ReadOnlyStringProperty redoWordsProperty() {
        return redoWords.getReadOnlyProperty();
    }

    /** What there is to say of the last change; empty for nothing. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** What is selected at the target's side. */
    ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** What is selected at the source's side. */
    ObjectProperty<@Nullable SourceRow> sourceProperty() {
        return source;
    }

    /** Returns the selected table, if there is one. */
    Optional<TableSpec> table() {
        return plan.get().table(selection.get().table());
    }

    /** Returns the selected column, if there is one. */
    Optional<TableSpec.Column> column() {
        return table().flatMap(table -> table.column(selection.get().column()));
    }

    List<Finding> findings() {
        return findings;
    }

    Commands commands() {
        return commands;
    }

    /** Everything that can be done with the plan on its page. */
    public List<Action> actions() {
        return commands.all();
    }

    /** Asks for the focus where the name of what is selected is edited. */
    void askDetails() {
        details.set(details.get() + 1);
    }

    /** Changes each time that is asked for. */
    ReadOnlyLongProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }

    FxTasks tasks() {
        return tasks;
    }

    /** Returns the plan as text. */
    String text() {
        return workbench.planText(plan.get());
    }
}
