package org.godwit.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.app.result.Commands;
import org.godwit.app.result.ResultModel;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.PlanPlaces;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.task.Outcome;

/** The runs of this workspace, newest first, and the one that is looked at. */
public final class RunsModel {
    private static final int MOST = 500;

    private final Workbench workbench;
    private final TableOpener rows;
    private final Kit kit;
    private final RunLinks links;
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final FilteredList<RunSummary> shown = new FilteredList<>(runs);
    private final ObjectProperty<RunFilter> filter = new SimpleObjectProperty<>(RunFilter.ALL);
    private final ReadOnlyObjectWrapper<RunsState> state = new ReadOnlyObjectWrapper<>(new RunsState.History());

    public RunsModel(Workbench workbench, TableOpener rows, Kit kit, RunLinks links) {
        this.workbench = workbench;
        this.rows = rows;
        this.kit = kit;
        this.links = links;
        filter.subscribe(wanted -> shown.setPredicate(run -> wanted.admits(run, System.currentTimeMillis())));
    }

    /** All runs. */
    ObservableList<RunSummary> runs() {
        return runs;
    }

    /** Those that the filter admits. */
    ObservableList<RunSummary> shown() {
        return shown;
    }

    ObjectProperty<RunFilter> filterProperty() {
        return filter;
    }

    public ReadOnlyObjectProperty<RunsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads the history again. */
    public void refresh() {
        kit.tasks().ask(Text.of("app.runs.reading"), context -> workbench.runs(MOST)).then(outcome -> {
            switch (outcome) {
                case Outcome.Succeeded<List<RunSummary>>(List<RunSummary> read) -> {
                    if (!runs.equals(read)) {
                        runs.setAll(read);
                    }
                }
                case Outcome.Failed<List<RunSummary>>(GodwitException error) -> state.set(failed(error));
                case Outcome.Cancelled<List<RunSummary>> cancelled -> runs.clear();
            }
        });
    }

    /** Shows one run. */
    public void open(RunSummary run) {
        state.set(new RunsState.Opening(run.run()));
        kit.tasks().ask(Text.of("app.runs.opening", run.run()), context -> read(run)).then(outcome -> {
            if (state.get() instanceof RunsState.Opening opening && opening.run().equals(run.run())) {
                state.set(opened(outcome));
            }
        });
    }

    /** Goes back to all runs. */
    void back() {
        state.set(new RunsState.History());
        refresh();
    }

    /** Takes the plan of a run to the wizard, where it is reviewed before it is carried out again. */
    void again(RunDetail detail) {
        detail.plan().ifPresent(past -> links.again().accept(past.plan(), past.base()));
    }

    private RunDetail read(RunSummary run) {
        RunResult result = workbench.run(run.run()).orElseThrow(() -> new GodwitException(ErrorCode.RUN_UNKNOWN, run.run()));
        return new RunDetail(run, result, plan(run), workbench.log(run.run()));
    }

    private Optional<Workbench.PastPlan> plan(RunSummary run) {
        try {
            return workbench.planOf(run.run());
        } catch (GodwitException e) {
            // A plan of another version: its text is shown all the same, but it cannot be carried out.
            return Optional.empty();
        }
    }

    private RunsState opened(Outcome<RunDetail> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<RunDetail>(RunDetail detail) ->
                new RunsState.Opened(detail, new ResultModel(detail.result(), origin(detail), rows, kit));
            case Outcome.Failed<RunDetail>(GodwitException error) -> failed(error);
            case Outcome.Cancelled<RunDetail> cancelled -> new RunsState.History();
        };
    }

    private ResultModel.Origin origin(RunDetail detail) {
        List<String> places = detail.plan().stream()
                .flatMap(past -> past.plan().sources().stream()
                        .map(source -> source.connection() == null ? past.base().resolve(source.path()).normalize().toString() : source.path()))
                .toList();
        Optional<Plan.Target> target = detail.plan().map(past -> PlanPlaces.absolute(past.plan(), past.base()).target());
        Units units = detail.plan().map(past -> Units.of(past.plan())).orElse(Units.DOCUMENTS);
        return new ResultModel.Origin(detail.summary().planName(), places, file -> write(detail, file), _ -> command(detail), target, units, links.ways());
    }

    private String command(RunDetail detail) {
        Workbench.PastPlan past = detail.plan().orElseThrow(() -> new GodwitException(ErrorCode.RUN_UNKNOWN, detail.summary().run()));
        return Commands.ofPlan(workbench, PlanPlaces.absolute(past.plan(), past.base()), links.plans(), detail.summary().run());
    }

    private void write(RunDetail detail, Path file) {
        if (detail.plan().isPresent()) {
            Workbench.PastPlan past = detail.plan().get();
            Path folder = file.toAbsolutePath().normalize().getParent();
            workbench.writePlan(folder == null ? past.plan() : PlanPlaces.moved(past.plan(), past.base(), folder), file);
            return;
        }
        try {
            Files.writeString(file, detail.summary().plan());
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private RunsState failed(GodwitException error) {
        return new RunsState.Failed(kit.trouble(error, Text.of("app.kept.read")));
    }
}
