package org.godwit.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.result.ResultModel;
import org.godwit.app.result.TablePages;
import org.godwit.engine.Workbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.task.Outcome;

/** The runs of this workspace, newest first, and the one that is looked at. */
public final class RunsModel {
    private static final int MOST = 500;

    private final Workbench workbench;
    private final TablePages pages;
    private final Kit kit;
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<RunsState> state = new ReadOnlyObjectWrapper<>(new RunsState.History());

    public RunsModel(Workbench workbench, TablePages pages, Kit kit) {
        this.workbench = workbench;
        this.pages = pages;
        this.kit = kit;
    }

    ObservableList<RunSummary> runs() {
        return runs;
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

    /** Shows one run's result. */
    public void open(RunSummary run) {
        state.set(new RunsState.Opening(run.run()));
        kit.tasks().ask(Text.of("app.runs.opening", run.run()), context -> read(run)).then(outcome -> {
            if (state.get() instanceof RunsState.Opening opening && opening.run().equals(run.run())) {
                state.set(opened(run, outcome));
            }
        });
    }

    /** Goes back to all runs. */
    void back() {
        state.set(new RunsState.History());
        refresh();
    }

    private RunResult read(RunSummary run) {
        return workbench.run(run.run()).orElseThrow(() -> new GodwitException(ErrorCode.RUN_UNKNOWN, run.run()));
    }

    private RunsState opened(RunSummary run, Outcome<RunResult> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<RunResult>(RunResult result) ->
                new RunsState.Opened(new ResultModel(
                        result, new ResultModel.Origin(Optional.empty(), run.planName(), file -> write(run.plan(), file)), pages, kit));
            case Outcome.Failed<RunResult>(GodwitException error) -> failed(error);
            case Outcome.Cancelled<RunResult> cancelled -> new RunsState.History();
        };
    }

    private RunsState failed(GodwitException error) {
        return new RunsState.Failed(kit.trouble(error, Text.of("app.kept.read")));
    }

    private static void write(String plan, Path file) {
        try {
            Files.writeString(file, plan);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, file.toString(), String.valueOf(e.getMessage()));
        }
    }
}
