package org.godwit.app.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.analysis.chart.compare.Choices;
import org.godwit.analysis.chart.compare.CompareRequest;
import org.godwit.analysis.chart.compare.Metric;
import org.godwit.analysis.chart.compare.Split;
import org.godwit.analysis.chart.compare.Spread;
import org.godwit.analysis.chart.compare.Statistic;
import org.godwit.analysis.chart.compare.Subject;
import org.jspecify.annotations.Nullable;

/** What is chosen, kept within what a database has. Properties are null while there is nothing to choose. */
final class Selection {
    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.MODEL);
    final ObjectProperty<@Nullable String> name = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Metric> metric = new SimpleObjectProperty<>(Metric.THROUGHPUT);
    final ObjectProperty<@Nullable String> table = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable String> measure = new SimpleObjectProperty<>();
    final BooleanProperty lowestFirst = new SimpleBooleanProperty();
    final ObjectProperty<Split> split = new SimpleObjectProperty<>(new Split.Usual());
    final ObjectProperty<Statistic> statistic = new SimpleObjectProperty<>(Statistic.MEAN);
    final ObjectProperty<Spread> spread = new SimpleObjectProperty<>(Spread.DEVIATION);
    final ObjectProperty<OptionalInt> batchSize = new SimpleObjectProperty<>(OptionalInt.empty());
    final BooleanProperty simulated = new SimpleBooleanProperty();

    final ObservableList<Kind> kinds = FXCollections.observableArrayList();
    final ObservableList<String> names = FXCollections.observableArrayList();
    final ObservableList<Metric> metrics = FXCollections.observableArrayList();
    final ObservableList<String> tables = FXCollections.observableArrayList();
    final ObservableList<String> columns = FXCollections.observableArrayList();
    final ObservableList<String> measures = FXCollections.observableArrayList();
    final ObservableList<Split> splits = FXCollections.observableArrayList();
    final ObservableList<OptionalInt> batchSizes = FXCollections.observableArrayList();
    final ObservableList<Spread> spreads = FXCollections.observableArrayList();

    private Choices choices = new Choices(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    private final Runnable changed;
    private boolean settling;

    /**
     * @param changed runs after each change, once everything fits together again
     */
    Selection(Runnable changed) {
        this.changed = changed;
        for (ObjectProperty<?> property : List.of(kind, name, metric, table, category, measure, split, statistic, spread, batchSize)) {
            property.subscribe((was, is) -> settle());
        }
        lowestFirst.subscribe((was, is) -> settle());
        simulated.subscribe((was, is) -> settle());
    }

    /** Offers what a database has, and keeps of the earlier choice what it has too. */
    void offer(Choices found) {
        choices = found;
        settle();
    }

    private void settle() {
        if (settling) {
            return;
        }
        settling = true;
        try {
            fit();
        } finally {
            settling = false;
        }
        changed.run();
    }

    private void fit() {
        boolean star = !choices.models().isEmpty();
        fill(kinds, star ? List.of(Kind.values()) : List.of(Kind.TABLE), kind, Optional.of(star ? Kind.MODEL : Kind.TABLE));
        fill(metrics, choices.metrics(), metric, choices.metrics().stream().findFirst());
        List<Choices.Choice> offered = kind.get() == Kind.HARDWARE ? choices.hardware() : choices.models();
        Metric measured = metric.get();
        if (measured != null) {
            Comparator<Choices.Choice> fullest = Comparator.comparingLong(choice -> choice.values(measured));
            List<String> all = offered.stream().filter(c -> simulated.get() || c.values(measured) > 0).map(Choices.Choice::name).toList();
            fill(names, all, name, offered.stream().filter(c -> all.contains(c.name())).max(fullest).map(Choices.Choice::name));
        }
        fill(tables, choices.tables().stream().map(Choices.TableChoice::name).toList(), table,
                choices.tables().stream().max(Comparator.comparingInt(t -> t.numbers().size())).map(Choices.TableChoice::name));
        Optional<Choices.TableChoice> chosen = choices.tables().stream().filter(t -> t.name().equals(table.get())).findFirst();
        List<String> inTable = chosen.map(Choices.TableChoice::columns).orElse(List.of());
        List<String> numbers = chosen.map(Choices.TableChoice::numbers).orElse(List.of());
        fill(columns, inTable, category, inTable.stream().filter(c -> !numbers.contains(c)).findFirst().or(() -> inTable.stream().findFirst()));
        fill(measures, numbers, measure, numbers.stream().reduce((first, last) -> last));
        List<Split> ways = new ArrayList<>(List.of(new Split.Usual(), new Split.Together()));
        (kind.get() == Kind.TABLE ? inTable : choices.splits()).forEach(column -> ways.add(new Split.By(column)));
        fill(splits, ways, split, Optional.of(ways.getFirst()));
        List<OptionalInt> sizes = new ArrayList<>(List.of(OptionalInt.empty()));
        if (kind.get() != Kind.TABLE) {
            choices.batchSizes().forEach(size -> sizes.add(OptionalInt.of(size)));
        }
        fill(batchSizes, sizes, batchSize, Optional.of(OptionalInt.empty()));
        List<Spread> fitting = java.util.Arrays.stream(Spread.values()).filter(s -> s.fits(statistic.get())).toList();
        fill(spreads, fitting, spread, Optional.of(statistic.get().usualSpread()));
    }

    /** Sets the items only if they differ: a list that is set anew takes the choice from its control. */
    private static <T> void fill(ObservableList<T> list, List<T> items, ObjectProperty<? super T> property, Optional<T> usual) {
        Object before = property.get();
        if (!list.equals(items)) {
            list.setAll(items);
        }
        property.set(before != null && items.contains(before) ? cast(before, items) : usual.orElse(null));
    }

    private static <T> T cast(Object before, List<T> items) {
        return items.get(items.indexOf(before));
    }

    /** Returns the request, or empty while something is missing. */
    Optional<CompareRequest> request() {
        return subject().map(subject ->
                new CompareRequest(subject, split.get(), statistic.get(), spread.get(), batchSize.get(), simulated.get()));
    }

    private Optional<Subject> subject() {
        String chosen = name.get();
        Metric measured = metric.get();
        return switch (kind.get()) {
            case MODEL -> chosen == null || measured == null ? Optional.empty() : Optional.of(new Subject.Model(chosen, measured));
            case HARDWARE -> chosen == null || measured == null ? Optional.empty() : Optional.of(new Subject.Hardware(chosen, measured));
            case TABLE -> columns();
        };
    }

    private Optional<Subject> columns() {
        String from = table.get();
        String group = category.get();
        String number = measure.get();
        return from == null || group == null || number == null
                ? Optional.empty()
                : Optional.of(new Subject.Columns(from, group, number, "", !lowestFirst.get()));
    }
}
