package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.TroubleView;
import org.godwit.app.place.ServerModel;
import org.godwit.app.place.ServerPane;
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
            case SourceState.Connecting(ServerModel server) -> connecting(server);
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
                Nodes.button("app.choose.files", Feather.FILE_TEXT, this::chooseFiles),
                server());
        drop.getStyleClass().add("drop-target");
        VBox.setVgrow(drop, Priority.ALWAYS);
        VBox box = Nodes.column("source-empty", drop, recent);
        return box;
    }

    private Button server() {
        Button button = Nodes.button("app.server.connect", Feather.SERVER, model::connect);
        button.setId("connect");
        return button;
    }

    private Node connecting(ServerModel server) {
        ServerPane form = new ServerPane(server, "source");
        Button read = Nodes.button("app.server.read", Feather.DOWNLOAD, () -> model.open(server.connection(), server.placeProperty().get()), Styles.ACCENT);
        read.setId("read-server");
        server.faultProperty().subscribe(fault -> read.setDisable(!fault.isEmpty()));
        Button other = Nodes.button("app.migrate.other", Feather.FOLDER, model::startOver, Styles.FLAT);
        VBox card = Nodes.column(
                "card-box",
                Nodes.label(Text.of("app.server.title"), Styles.TITLE_4),
                Nodes.wrapped(Text.of("app.server.text"), "muted"),
                form,
                Nodes.row("actions", read, other));
        card.getStyleClass().add("server-card");
        ScrollPane scroll = new ScrollPane(new StackPane(card));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
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
        if (failed.server().isPresent()) {
            Button change = Nodes.button("app.server.change", Feather.SERVER, () -> model.connect(failed.server()));
            change.setId("change-server");
            return new TroubleView("app.trouble.reading", failed.trouble(), desk, again, change, other);
        }
        return new TroubleView("app.trouble.reading", failed.trouble(), desk, again, other);
    }

    private void chooseFolder() {
        desk.chooseFolder(Text.of("app.choose.folder.title")).ifPresent(folder -> model.open(List.of(folder)));
    }

    private void chooseFiles() {
        model.open(desk.chooseFiles(Text.of("app.choose.files.title")));
    }
}
