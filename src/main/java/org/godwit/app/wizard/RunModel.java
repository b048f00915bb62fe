package org.godwit.app.wizard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Units;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.task.Progress;

/** A migration that is going on: how far, how long still, and how many rows each table has got. Only for the FX thread. */
public final class RunModel {
    private final String target;
    private final Units units;
    private final Job<RunResult> job;
    private final List<TableProgress> tables;
    private final Map<String, TableProgress> byName = new HashMap<>();
    private final Eta eta = new Eta();
    private final ReadOnlyObjectWrapper<Optional<Eta.Band>> left = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param target the database's name */
    RunModel(String target, Plan plan, Inspection inspection, Job<RunResult> job) {
        this.target = target;
        this.units = Units.of(plan);
        this.job = job;
        Map<String, ExpectedRows> expected = ExpectedRows.of(plan, inspection);
        tables = plan.tables().stream().map(table -> new TableProgress(table.name(), expected.getOrDefault(table.name(), ExpectedRows.NONE))).toList();
        tables.forEach(table -> byName.put(table.name(), table));
        job.progressProperty().subscribe(this::take);
    }

    /** What the sources are made of. */
    Units units() {
        return units;
    }

    /** A table and the rows it has got so far. */
    static final class TableProgress {
        private static final double NANOS = 1e9;

        private final String name;
        private final ExpectedRows expected;
        private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
        private final ReadOnlyLongWrapper rate = new ReadOnlyLongWrapper();

        TableProgress(String name, ExpectedRows expected) {
            this.name = name;
            this.expected = expected;
        }

        String name() {
            return name;
        }

        ExpectedRows expected() {
            return expected;
        }

        ReadOnlyLongProperty rowsProperty() {
            return rows.getReadOnlyProperty();
        }

        /** Rows a second over the phase; 0 while too little is known. */
        ReadOnlyLongProperty rateProperty() {
            return rate.getReadOnlyProperty();
        }

        private void take(long count, Progress progress) {
            rows.set(count);
            double seconds = progress.phaseNanos() / NANOS;
            if (progress.phase().equals("stage") && seconds > 0.5) {
                rate.set(Math.round(count / seconds));
            }
        }
    }

    String target() {
        return target;
    }

    public Job<RunResult> job() {
        return job;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return job.progressProperty();
    }

    /** What is left of the run, empty while too little is known. */
    ReadOnlyObjectProperty<Optional<Eta.Band>> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** In the order of the plan. */
    List<TableProgress> tables() {
        return tables;
    }

    private void take(Progress progress) {
        progress.tableRows().forEach((name, rows) -> {
            TableProgress table = byName.get(name);
            if (table != null) {
                table.take(rows, progress);
            }
        });
        left.set(eta.take(progress));
    }
}
