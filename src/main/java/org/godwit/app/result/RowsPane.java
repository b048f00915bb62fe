package org.godwit.app.result;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.explore.grid.GridHost;
import org.godwit.app.explore.grid.RowGrid;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;

/** The rows of the chosen table, as Explore shows them. */
final class RowsPane extends VBox {
    private final Label name = Nodes.label("", "pane-title");
    private final Label count = Nodes.label("", "muted");
    private final Label words = Nodes.wrapped("", "muted");
    private final RowGrid grid;

    RowsPane(ResultModel model) {
        getStyleClass().add("rows-pane");
        grid = new RowGrid("rows", model.grid(), host(model), model.tracing());
        count.setMinWidth(USE_PREF_SIZE);
        StackPane body = new StackPane(grid, words);
        setVgrow(body, Priority.ALWAYS);
        Label notice = Nodes.wrapped("", "notice");
        model.grid().noticeProperty().subscribe(text -> {
            notice.setText(text);
            Nodes.show(notice, !text.isEmpty());
        });
        getChildren().addAll(Nodes.row("pane-head", name, Nodes.spacer(), count), body, notice);
        model.rowsProperty().subscribe(state -> show(state, model));
    }

    private static GridHost host(ResultModel model) {
        return new GridHost() {
            @Override
            public Optional<Shown> shown() {
                return model.rowsProperty().get() instanceof RowsState.Shown shown ? Optional.of(new Shown(shown.database(), shown.table())) : Optional.empty();
            }
        };
    }

    private void show(RowsState state, ResultModel model) {
        switch (state) {
            case RowsState.None() -> say("", Text.of("app.result.page.none"));
            case RowsState.Reading(String table) -> say(table, Text.of("app.result.page.reading"));
            case RowsState.Elsewhere(String table) -> say(table, Text.of("app.result.elsewhere.rows"));
            case RowsState.Missing(var trouble) -> say("", trouble.asText());
            case RowsState.Shown(var database, String table) -> {
                say(table, "");
                count.setText(Text.of("app.explore.count", model.grid().rows()));
            }
        }
    }

    private void say(String table, String said) {
        name.setText(table);
        count.setText("");
        words.setText(said);
        Nodes.show(words, !said.isEmpty());
        Nodes.show(grid, said.isEmpty());
    }
}
