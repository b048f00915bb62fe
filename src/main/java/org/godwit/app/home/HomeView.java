package org.godwit.app.home;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Drop;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Mark;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.TargetText;
import org.godwit.app.fx.Text;
import org.godwit.model.RunSummary;
import org.kordamp.ikonli.feather.Feather;

/** A big place to drop a folder on; below it what was done lately, or the sample for who is new here. */
public final class HomeView extends StackPane {
    private static final double MARK_SIZE = 72;

    private final HomeModel model;
    private final Desk desk;
    private final Consumer<List<Path>> opener;
    private final Consumer<RunSummary> runOpener;
    private final VBox recent = Nodes.column("recent-list");

    /**
     * @param opener takes the places that a person dropped or chose
     * @param runOpener shows an earlier run
     */
    public HomeView(HomeModel model, Desk desk, Consumer<List<Path>> opener, Consumer<RunSummary> runOpener) {
        this.model = model;
        this.desk = desk;
        this.opener = opener;
        this.runOpener = runOpener;
        getStyleClass().add("home");
        VBox page = Nodes.column("page", hero(), below());
        getChildren().add(Nodes.scrolling(page));
        Drop.on(this, opener);
        model.recent().addListener((ListChangeListener<Recent>) change -> fill());
        model.troubleProperty().subscribe(trouble -> fill());
    }

    private VBox hero() {
        Button folder = Nodes.button("app.choose.folder", Feather.FOLDER, this::chooseFolder, Styles.ACCENT, "big-button");
        Button files = Nodes.button("app.choose.files", Feather.FILE_TEXT, this::chooseFiles, "big-button");
        VBox hero = Nodes.column(
                "drop-target",
                Mark.of(MARK_SIZE),
                Nodes.label(Text.of("app.home.drop"), Styles.TITLE_2),
                Nodes.wrapped(Text.of("app.home.drop.text"), "muted", "drop-text"),
                Nodes.row("actions", folder, files));
        VBox.setVgrow(hero, Priority.ALWAYS);
        return hero;
    }

    private HBox below() {
        VBox left = Nodes.column("home-column", Nodes.label(Text.of("app.home.recent"), "section-title"), recent);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox below = Nodes.row("home-below", left);
        model.sample().ifPresent(sample -> below.getChildren().add(sampleCard(sample)));
        return below;
    }

    private VBox sampleCard(Path sample) {
        Button open = Nodes.button("app.home.sample.open", Feather.PLAY_CIRCLE, () -> opener.accept(List.of(sample)));
        VBox card = Nodes.column(
                "card-box", Nodes.label(Text.of("app.home.sample"), "card-title"), Nodes.wrapped(Text.of("app.home.sample.text"), "muted"), open);
        card.getStyleClass().add("sample");
        return Nodes.column("home-column", Nodes.label(Text.of("app.home.new"), "section-title"), card);
    }

    private void fill() {
        recent.getChildren().clear();
        model.troubleProperty().get().ifPresent(trouble -> recent.getChildren().add(Nodes.wrapped(trouble.asText(), "bad-text")));
        model.recent().forEach(entry -> recent.getChildren().add(row(entry)));
        if (recent.getChildren().isEmpty()) {
            recent.getChildren().add(Nodes.wrapped(Text.of("app.home.recent.none"), "muted"));
        }
    }

    private Button row(Recent entry) {
        return switch (entry) {
            case Recent.RecentDatabase(RunSummary run) ->
                recentButton(
                        TargetText.icon(run.target()),
                        TargetText.name(run.target()),
                        TargetText.place(run.target()),
                        Text.of("app.home.recent.run", run.documents(), Figures.moment(run.startedMillis())),
                        () -> runOpener.accept(run));
            case Recent.RecentPlace(Path place) ->
                recentButton(Feather.FOLDER, name(place), String.valueOf(place.getParent()), Text.of("app.home.recent.place"), () -> opener.accept(List.of(place)));
            case Recent.RecentPlan(Path file) ->
                recentButton(Feather.FILE_TEXT, name(file), String.valueOf(file.getParent()), Text.of("app.home.recent.plan"), () -> opener.accept(List.of(file)));
        };
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Button recentButton(Feather icon, String name, String folder, String words, Runnable action) {
        Label place = Nodes.label(folder, "muted", "small-text");
        place.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        place.setMinWidth(0);
        Label told = Nodes.label(words, "muted", "small-text");
        told.setMinWidth(USE_PREF_SIZE);
        VBox text = Nodes.column("recent-text", Nodes.label(name, "list-name"), Nodes.row("recent-words", told, place));
        HBox.setHgrow(text, Priority.ALWAYS);
        Node line = Nodes.row("line", Nodes.icon(icon, "accent"), text);
        Button button = new Button(null, line);
        button.getStyleClass().add("recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(Text.of("app.home.recent.named", name, words));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void chooseFolder() {
        desk.chooseFolder(Text.of("app.choose.folder.title")).ifPresent(folder -> opener.accept(List.of(folder)));
    }

    private void chooseFiles() {
        List<Path> files = desk.chooseFiles(Text.of("app.choose.files.title"));
        if (!files.isEmpty()) {
            opener.accept(files);
        }
    }
}
