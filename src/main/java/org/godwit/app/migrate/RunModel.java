package org.godwit.app.migrate;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.app.fx.Job;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableSpec;
import org.godwit.task.Progress;
import org.jspecify.annotations.Nullable;

/** A migration that is going on: how far, and how many rows each table has got. */
final class RunModel {
    private final String target;
    private final Job<Done> job;
    private final AtomicReference<@Nullable Plan> plan;
    private final ObservableList<TableCount> tables = FXCollections.observableArrayList();
    private final Map<String, TableCount> byName = new TreeMap<>();

    /**
     * @param target the database's name
     * @param plan filled by the worker once there is a plan
     */
    RunModel(String target, Job<Done> job, AtomicReference<@Nullable Plan> plan) {
        this.target = target;
        this.job = job;
        this.plan = plan;
        job.progressProperty().subscribe(this::take);
    }

    /** What a migration ends with: its plan and what the run did. */
    record Done(Plan plan, RunResult result) {}

    /** A table and the rows it has got so far. */
    record TableCount(String name, LongProperty rows) {}

    String target() {
        return target;
    }

    Job<Done> job() {
        return job;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return job.progressProperty();
    }

    /** In the order of the plan, once there is one. */
    ObservableList<TableCount> tables() {
        return tables;
    }

    private void take(Progress progress) {
        Plan known = plan.get();
        if (known != null) {
            known.tables().stream().map(TableSpec::name).forEach(this::table);
        }
        progress.tableRows().forEach((name, rows) -> table(name).rows().set(rows));
    }

    private TableCount table(String name) {
        return byName.computeIfAbsent(name, key -> {
            TableCount count = new TableCount(key, new SimpleLongProperty());
            tables.add(count);
            return count;
        });
    }
}
