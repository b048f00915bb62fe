package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.app.schema.SchemaPane;
import org.godwit.model.DatasetProfile;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is in the data: datasets at the left, the profile of the chosen one at the right, and what can be decided otherwise. */
final class DataStep extends StackPane {
    static final WizardStep STEP = new WizardStep("data", "app.step.data", WizardModel::draftBlocked, DataStep::new);

    DataStep(WizardModel wizard, Desk desk) {
        wizard.sourceProperty().subscribe(state -> {
            getChildren().clear();
            if (state instanceof SourceState.Found(FoundModel found)) {
                getChildren().add(view(new DataModel(found, wizard)));
            }
        });
    }

    private static Node view(DataModel model) {
        ListView<DatasetProfile> list = datasets(model);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = Nodes.column(
                "data-datasets",
                Nodes.label(Text.of("app.found.datasets"), "section-title"),
                Nodes.wrapped(model.found().units().text("app.found.datasets.text", "app.found.tables.text"), "muted", "small-text"),
                list,
                joining(model, list));
        VBox right = Nodes.column("data-profile", head(model), parts(model));
        VBox.setVgrow(right.getChildren().getLast(), Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox body = Nodes.row("data-body", left, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        return Nodes.column("data", new StateLine(model), body);
    }

    /** The profile; where there are tables also how they refer to each other. */
    private static Node parts(DataModel model) {
        List<TableInfo> tables = model.tablesProperty().get();
        ProfilePane profile = new ProfilePane(model);
        if (tables.isEmpty()) {
            return profile;
        }
        Tab schema = new Tab(Text.of("app.schema.tab", tables.size()));
        // Files that are read in another way have other columns.
        model.tablesProperty().subscribe(now -> schema.setContent(new SchemaPane(now, model.datasetProperty().map(DataModel::tableName), model::choose)));
        TabPane tabs = new TabPane(new Tab(Text.of("app.schema.profile"), profile), schema);
        tabs.setId("data-parts");
        tabs.setAccessibleText(Text.of("app.schema.parts"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    /** What is going on or in the way of deciding; not there when there is nothing to say. */
    private static final class StateLine extends HBox {
        private final DataModel model;

        StateLine(DataModel model) {
            this.model = model;
            getStyleClass().addAll("notice", "line");
            model.found().draftProperty().subscribe(state -> show());
            model.openProperty().subscribe(open -> show());
        }

        private void show() {
            getChildren().clear();
            switch (model.found().draftProperty().get()) {
                case FoundModel.DraftState.Making making -> {
                    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
                    bar.setAccessibleText(Text.of("app.data.making"));
                    making.job().progressProperty().subscribe(progress -> bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS)));
                    getChildren().addAll(Nodes.label(Text.of("app.data.making")), bar);
                }
                case FoundModel.DraftState.Failed(var before, String reason) -> getChildren().addAll(
                        Nodes.icon(Feather.ALERT_TRIANGLE, "careful-icon"), Nodes.wrapped(reason), Nodes.button("app.data.reset", Feather.ROTATE_CCW, model::reset, Styles.FLAT));
                case FoundModel.DraftState.Made made -> {
                    String locked = model.lockedWords();
                    if (!locked.isEmpty()) {
                        Label words = Nodes.wrapped(locked);
                        HBox.setHgrow(words, Priority.ALWAYS);
                        getChildren().addAll(Nodes.icon(Feather.LOCK, "accent"), words);
                        if (model.isLockedByEdits()) {
                            getChildren().add(Nodes.button("app.data.discard", Feather.ROTATE_CCW, model::discardEdits, Styles.FLAT));
                        }
                    }
                }
            }
            Nodes.show(this, !getChildren().isEmpty());
        }
    }

    private static ListView<DatasetProfile> datasets(DataModel model) {
        ListView<DatasetProfile> list = new ListView<>(model.datasets());
        list.setId("datasets");
        list.setAccessibleText(Text.of("app.found.datasets"));
        list.getStyleClass().add("table-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Units units = model.found().units();
        list.setCellFactory(_ -> new DatasetCell(units));
        list.setPlaceholder(Nodes.wrapped(Text.of("app.found.none"), "muted"));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.datasetProperty().set(chosen);
            }
        });
        model.datasetProperty().subscribe(chosen -> {
            if (chosen != null && !list.getSelectionModel().getSelectedItems().contains(chosen)) {
                list.getSelectionModel().clearAndSelect(model.datasets().indexOf(chosen));
            }
        });
        return list;
    }

    private static Node joining(DataModel model, ListView<DatasetProfile> list) {
        Label words = Nodes.wrapped("", "muted", "small-text");
        Button join = Nodes.button("app.data.join", Feather.GIT_MERGE, () -> model.join(List.copyOf(list.getSelectionModel().getSelectedItems())));
        join.setId("join");
        Button reset = Nodes.button("app.data.reset", Feather.ROTATE_CCW, model::reset, Styles.FLAT);
        Runnable show = () -> {
            List<DatasetProfile> chosen = list.getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull).toList();
            words.setText(model.joinWords(chosen));
            join.setDisable(!model.canJoin(chosen) || !model.openProperty().get());
            Nodes.show(reset, model.found().isDecided());
            reset.setDisable(!model.openProperty().get());
        };
        list.getSelectionModel().getSelectedItems().addListener((javafx.collections.ListChangeListener<DatasetProfile>) change -> show.run());
        model.openProperty().subscribe(show);
        model.found().choicesProperty().subscribe(show);
        show.run();
        Nodes.show(join, !model.found().isSettled());
        Nodes.show(words, !model.found().isSettled());
        return Nodes.column("data-joining", words, Nodes.row("actions", join, reset));
    }

    private static Node head(DataModel model) {
        Label name = Nodes.label("", Styles.TITLE_4);
        Label facts = Nodes.label("", "muted");
        Label examples = Nodes.label("", "muted", "small-text");
        examples.setMinWidth(0);
        model.datasetProperty().subscribe(dataset -> {
            name.setText(dataset == null ? "" : dataset.name());
            facts.setText(dataset == null ? "" : Text.of(dataset.known() ? "app.data.facts.known" : "app.data.facts", dataset.documents(), dataset.shapes().size()));
            if (dataset != null && dataset.table() != null) {
                facts.setText(tableFacts(dataset.table()));
                examples.setText(dataset.isSeries()
                        ? Text.of("app.data.series", dataset.match().table(), String.join(",  ", dataset.examples()))
                        : SchemaPane.keys(dataset.table()));
                return;
            }
            examples.setText(dataset == null ? "" : Text.of("app.data.examples", String.join(",  ", dataset.examples())));
        });
        FlowPane line = Nodes.flow("dataset-head", name, facts);
        name.maxWidthProperty().bind(line.widthProperty());
        return Nodes.column("headline", line, examples);
    }

    private static String tableFacts(TableInfo table) {
        String rows = table.rows() < 0 ? Text.of("app.schema.rows.unknown") : Text.of("app.schema.rows", table.rows());
        return Text.of("app.schema.facts", rows, table.columns().size()) + (table.bytes() < 0 ? "" : Text.of("app.schema.size", Figures.bytes((double) table.bytes())));
    }

    private static final class DatasetCell extends ListCell<DatasetProfile> {
        private final Label name = Nodes.label("", "list-name");
        private final Label count = Nodes.label("", "muted");
        private final HBox line = Nodes.row("line", name, Nodes.spacer(), count);

        private final Units units;

        DatasetCell(Units units) {
            this.units = units;
            name.setMinWidth(0);
            count.setMinWidth(USE_PREF_SIZE);
            line.prefWidthProperty().bind(widthProperty().subtract(28));
        }

        @Override
        protected void updateItem(@Nullable DatasetProfile item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item.name());
            count.setText(Figures.count(item.documents()));
            setGraphic(line);
            setAccessibleText(units.text("app.data.dataset.named", "app.data.table.named", item.name(), item.documents()));
        }
    }
}
