package org.godwit.app.matrix;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Drop;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.TroubleView;
import org.kordamp.ikonli.feather.Feather;

/** The screen of compatibility: one page for each {@link MatrixState}; the page with the heatmap is made once. */
public final class MatrixView extends StackPane {
    private final MatrixModel model;
    private final Desk desk;
    private final Runnable start;
    private final MatrixPane pane;

    /**
     * @param start leads to where a first database is made
     */
    public MatrixView(MatrixModel model, Desk desk, Runnable start) {
        this.model = model;
        this.desk = desk;
        this.start = start;
        this.pane = new MatrixPane(model, desk);
        getStyleClass().add("matrix");
        Drop.on(this, Drop::isDatabase, paths -> model.open(paths.getFirst()));
        model.stateProperty().subscribe(state -> getChildren().setAll(page(state)));
    }

    private Node page(MatrixState state) {
        return switch (state) {
            case MatrixState.Nothing() -> nothing();
            case MatrixState.Reading(Path database) ->
                Nodes.column("empty-state", Nodes.label(Text.of("app.matrix.reading", database.getFileName()), "muted"));
            case MatrixState.SetUp setUp -> new SetUpPane(model, setUp);
            case MatrixState.Shown shown -> {
                pane.show(shown);
                yield pane;
            }
            case MatrixState.Failed(Path database, var trouble) -> {
                Button again = Nodes.button("app.matrix.again", Feather.REFRESH_CW, () -> model.open(database), Styles.ACCENT);
                yield new TroubleView("app.trouble.matrix", trouble, desk, again, open());
            }
        };
    }

    private Node nothing() {
        VBox empty = Nodes.empty(
                Feather.GRID,
                "app.matrix.nothing",
                "app.matrix.nothing.text",
                Nodes.button("app.matrix.start", Feather.PLUS, start, Styles.ACCENT),
                open());
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }

    private Button open() {
        return Nodes.button("app.matrix.open", Feather.DATABASE, model::choose);
    }
}
