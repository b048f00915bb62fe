package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.TroubleView;
import org.kordamp.ikonli.feather.Feather;

/** Where the data is: drop or choose; what is found counts up; what cannot be read stands first. */
final class SourceStep extends StackPane {
    static final WizardStep STEP = new WizardStep("source", "app.step.source", WizardModel::sourceBlocked, SourceStep::new);

    private static final int RECENT = 5;

    private final WizardModel model;
    private final Desk desk;
    private final VBox recent = Nodes.column("recent-list");
    private final Node empty;

    SourceStep(WizardModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        empty = empty();
        model.links().recent().addListener((ListChangeListener<Path>) change -> fillRecent());
        fillRecent();
        model.sourceProperty().subscribe(state -> getChildren().setAll(view(state)));
    }

    private Node view(SourceState state) {
        return switch (state) {
            case SourceState.Nothing() -> empty;
            case SourceState.Looking looking -> new LookingPane(looking);
            case SourceState.Found(FoundModel found) -> new FoundPane(model, found, desk);
            case SourceState.Failed failed -> failed(failed);
        };
    }

    private Node empty() {
        VBox drop = Nodes.empty(
                Feather.DOWNLOAD,
                "app.migrate.empty",
                "app.migrate.empty.text",
                Nodes.button("app.choose.folder", Feather.FOLDER, this::chooseFolder, Styles.ACCENT),
                Nodes.button("app.choose.files", Feather.FILE_TEXT, this::chooseFiles));
        drop.getStyleClass().add("drop-target");
        VBox.setVgrow(drop, Priority.ALWAYS);
        VBox box = Nodes.column("source-empty", drop, recent);
        return box;
    }

    private void fillRecent() {
        List<Path> places = model.links().recent().stream().limit(RECENT).toList();
        recent.getChildren().clear();
        Nodes.show(recent, !places.isEmpty());
        recent.getChildren().add(Nodes.label(Text.of("app.source.recent"), "section-title"));
        places.forEach(place -> recent.getChildren().add(row(place)));
    }

    private Button row(Path place) {
        String name = Places.title(List.of(place));
        Label where = Nodes.label(String.valueOf(place.getParent()), "muted", "recent-place");
        VBox text = Nodes.column("recent-text", Nodes.label(name, "list-name"), where);
        HBox.setHgrow(text, Priority.ALWAYS);
        Feather icon = Places.isPlan(List.of(place)) ? Feather.FILE_TEXT : Feather.FOLDER;
        Button button = new Button(null, Nodes.row("line", Nodes.icon(icon, "accent"), text));
        button.getStyleClass().add("recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(Text.of("app.source.recent.named", name));
        button.setOnAction(event -> model.open(List.of(place)));
        return button;
    }

    private Node failed(SourceState.Failed failed) {
        Button again = Nodes.button("app.migrate.again", Feather.ROTATE_CW, failed.again(), Styles.ACCENT);
        Button other = Nodes.button("app.migrate.other", Feather.FOLDER, model::startOver);
        return new TroubleView("app.trouble.reading", failed.trouble(), desk, again, other);
    }

    private void chooseFolder() {
        desk.chooseFolder(Text.of("app.choose.folder.title")).ifPresent(folder -> model.open(List.of(folder)));
    }

    private void chooseFiles() {
        model.open(desk.chooseFiles(Text.of("app.choose.files.title")));
    }
}
