package org.godwit.app.migrate;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Drop;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.TroubleView;
import org.godwit.app.result.ResultView;
import org.kordamp.ikonli.feather.Feather;

/** Shows the view of the state that the model is in. The whole view takes dropped files. */
public final class MigrateView extends StackPane {
    private final MigrateModel model;
    private final Desk desk;

    public MigrateView(MigrateModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        getStyleClass().add("migrate");
        Drop.on(this, model::open);
        model.stateProperty().subscribe(state -> getChildren().setAll(view(state)));
    }

    private Node view(MigrateState state) {
        return switch (state) {
            case MigrateState.Empty() -> empty();
            case MigrateState.Looking looking -> new LookingView(looking);
            case MigrateState.Found(FoundModel found) -> new FoundView(model, found, desk);
            case MigrateState.Running(RunModel run) -> new RunningView(run);
            case MigrateState.Finished(var result) ->
                new ResultView(result, desk, Nodes.button("app.migrate.another", Feather.PLUS, model::startOver, Styles.FLAT));
            case MigrateState.Failed failed -> failed(failed);
            case MigrateState.Cancelled(String kept, Optional<FoundModel> back) -> cancelled(kept, back);
        };
    }

    private Node empty() {
        return Nodes.empty(
                Feather.DOWNLOAD, "app.migrate.empty", "app.migrate.empty.text", chooseFolder(Styles.ACCENT), chooseFiles());
    }

    private Node failed(MigrateState.Failed failed) {
        if (failed.back().isPresent()) {
            return new TroubleView("app.trouble.running", failed.trouble(), desk, ways(failed.back()));
        }
        Button again = Nodes.button("app.migrate.again", Feather.ROTATE_CW, () -> model.open(failed.places()), Styles.ACCENT);
        return new TroubleView("app.trouble.reading", failed.trouble(), desk, again, ways(Optional.empty())[0]);
    }

    private VBox cancelled(String kept, Optional<FoundModel> back) {
        VBox box = Nodes.empty(Feather.SLASH, "app.migrate.cancelled", "app.migrate.cancelled.text", ways(back));
        box.getChildren().add(2, Nodes.wrapped(kept, "kept-line"));
        return box;
    }

    private Node[] ways(Optional<FoundModel> back) {
        Button another = Nodes.button("app.migrate.other", Feather.FOLDER, model::startOver);
        return back.<Node[]>map(found ->
                        new Node[] {Nodes.button("app.migrate.back", Feather.ARROW_LEFT, () -> model.back(found), Styles.ACCENT), another})
                .orElseGet(() -> new Node[] {another});
    }

    private Button chooseFolder(String... styles) {
        return Nodes.button(
                "app.choose.folder", Feather.FOLDER, () -> desk.chooseFolder(Text.of("app.choose.folder.title")).ifPresent(this::open), styles);
    }

    private Button chooseFiles() {
        return Nodes.button("app.choose.files", Feather.FILE_TEXT, () -> model.open(desk.chooseFiles(Text.of("app.choose.files.title"))));
    }

    private void open(Path folder) {
        model.open(List.of(folder));
    }
}
