package org.godwit.app.wizard;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.app.excerpt.ExcerptModel;
import org.godwit.app.fx.Text;
import org.godwit.model.Choices;
import org.godwit.model.DatasetProfile;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/** The datasets, the profile of the chosen one, and what can be decided about them, with its consequence in words. */
final class DataModel {
    private static final int NAMED = 3;

    private final FoundModel found;
    private final WizardModel wizard;
    private final ObservableList<DatasetProfile> datasets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<TableInfo>> tables = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable DatasetProfile> dataset = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Boolean> open = new ReadOnlyObjectWrapper<>(true);
    private final ExcerptModel excerpts;

    DataModel(FoundModel found, WizardModel wizard) {
        this.found = found;
        this.wizard = wizard;
        this.excerpts = found.excerpts();
        found.draftProperty().subscribe(this::take);
        wizard.mapping().planProperty().subscribe(plan -> open.set(lockedWords().isEmpty()));
    }

    private void take(FoundModel.DraftState state) {
        if (state instanceof FoundModel.DraftState.Made made) {
            DatasetProfile before = dataset.get();
            datasets.setAll(made.draft().inspection().datasets());
            tables.set(datasets.stream().map(DatasetProfile::table).filter(Objects::nonNull).distinct().toList());
            dataset.set(datasets.stream().filter(now -> isSame(now, before)).findFirst().orElse(datasets.isEmpty() ? null : datasets.getFirst()));
        }
        open.set(lockedWords().isEmpty());
    }

    /** A dataset goes by its name, or after a choice by the first kind of its documents. */
    private static boolean isSame(DatasetProfile now, @Nullable DatasetProfile before) {
        if (before == null) {
            return false;
        }
        boolean sameShape = !before.shapes().isEmpty() && now.shapes().stream().anyMatch(shape -> shape.id().equals(before.shapes().getFirst().id()));
        return sameShape || now.name().equals(before.name());
    }

    FoundModel found() {
        return found;
    }

    ObservableList<DatasetProfile> datasets() {
        return datasets;
    }

    ObjectProperty<@Nullable DatasetProfile> datasetProperty() {
        return dataset;
    }

    /** The tables of the sources, in the order of their datasets. */
    ReadOnlyObjectProperty<List<TableInfo>> tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    /** Returns the name of the table that a dataset is the rows of; null if of none. */
    static @Nullable String tableName(DatasetProfile dataset) {
        TableInfo table = dataset.table();
        return table == null ? null : table.name();
    }

    /** Looks at the dataset of a table. */
    void choose(String table) {
        datasets.stream().filter(known -> table.equals(tableName(known))).findFirst().ifPresent(dataset::set);
    }

    ExcerptModel excerpts() {
        return excerpts;
    }

    /** Whether datasets and keys can be decided here now. */
    ReadOnlyObjectProperty<Boolean> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Why nothing can be decided here; empty if it can. */
    String lockedWords() {
        if (found.isSettled()) {
            return Text.of("app.data.settled");
        }
        if (found.draftProperty().get() instanceof FoundModel.DraftState.Made && wizard.isEdited()) {
            return Text.of("app.data.edited");
        }
        return "";
    }

    /** Returns whether the lock can be opened by giving up edits of the plan. */
    boolean isLockedByEdits() {
        return !found.isSettled() && wizard.isEdited();
    }

    void discardEdits() {
        wizard.discardEdits();
    }

    // ---- keys

    /** What the switch of an object does, in words: what becomes of its keys when it is turned over. */
    String keysWords(PathProfile.KeysVerdict verdict) {
        String examples = verdict.examples().stream().limit(NAMED).collect(Collectors.joining(", ")) + (verdict.names() > NAMED ? ", …" : "");
        return Text.of(verdict.data() ? "app.data.keys.rows" : "app.data.keys.columns", verdict.names(), examples);
    }

    void decideKeys(ProfileRow row, boolean data) {
        String shape = row.dataset().shapes().getFirst().id();
        found.choose(found.choicesProperty().get().withKeys(new Choices.Keys(shape, row.expression(), data)));
    }

    // ---- joining and splitting

    /** What joining datasets does, in words, or why it cannot be done. */
    String joinWords(List<DatasetProfile> chosen) {
        if (!canJoin(chosen)) {
            return Text.of(chosen.stream().anyMatch(DatasetProfile::known) ? "app.data.join.known" : "app.data.join.choose");
        }
        List<Set<String>> members = chosen.stream().map(DataModel::members).toList();
        Set<String> common = new HashSet<>(members.getFirst());
        members.forEach(common::retainAll);
        Set<String> all = new HashSet<>();
        members.forEach(all::addAll);
        long documents = chosen.stream().mapToLong(DatasetProfile::documents).sum();
        return Text.of("app.data.join.words", chosen.size(), documents, common.size(), all.size() - common.size());
    }

    private static Set<String> members(DatasetProfile dataset) {
        return dataset.root().children().stream()
                .filter(child -> child.step() instanceof Step.Key)
                .map(child -> ((Step.Key) child.step()).name())
                .collect(Collectors.toSet());
    }

    boolean canJoin(List<DatasetProfile> chosen) {
        return chosen.size() > 1 && chosen.stream().noneMatch(dataset -> dataset.known() || dataset.shapes().isEmpty());
    }

    void join(List<DatasetProfile> chosen) {
        if (canJoin(chosen)) {
            found.choose(found.choicesProperty().get().withDataset(shapes(chosen)));
        }
    }

    private static Set<String> shapes(List<DatasetProfile> chosen) {
        return chosen.stream().flatMap(dataset -> dataset.shapes().stream()).map(DatasetProfile.Shape::id).collect(Collectors.toSet());
    }

    /** What splitting by a member does, in words. */
    String splitWords(ProfileRow row) {
        long with = row.node().occurrences();
        return Text.of("app.data.split.words", with, row.name(), row.node().parents() - with);
    }

    /** Makes the documents that have a member a dataset of their own. */
    void split(ProfileRow row) {
        if (row.canSplit()) {
            Set<String> with = row.dataset().shapes().stream()
                    .filter(shape -> shape.members().containsKey(row.name()))
                    .map(DatasetProfile.Shape::id)
                    .collect(Collectors.toSet());
            Set<String> without = shapes(List.of(row.dataset()));
            without.removeAll(with);
            found.choose(found.choicesProperty().get().withDataset(without).withDataset(with));
        }
    }

    /** Takes back everything that was decided here. */
    void reset() {
        found.choose(Choices.NONE.with(found.choicesProperty().get().csv()));
    }
}
