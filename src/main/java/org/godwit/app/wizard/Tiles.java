package org.godwit.app.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.model.Inspection;
import org.godwit.task.Progress;

/** What was found, in big figures; while it is being found they count up. */
final class Tiles extends HBox {
    private final List<Label> figures = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();

    Tiles() {
        getStyleClass().add("tiles");
    }

    void show(FoundModel model) {
        Inspection found = model.inspection();
        Units units = model.units();
        int problems = found.problems().size();
        Optional<List<String>> databases = model.databases();
        put(0, Figures.count(found.documents()), units.text("app.found.documents", "app.found.rows", found.documents()));
        put(1, Figures.count(found.leaves().total()), Text.of("app.found.values", found.leaves().total()));
        put(2, Figures.count(found.datasets().size()), units.text("app.found.datasets.count", "app.found.tables.count", found.datasets().size()));
        put(3, Figures.bytes((double) found.bytes()), databases.filter(all -> !model.isFilePerTable()).map(all -> Text.of("app.found.databases", all.size()))
                .orElseGet(() -> Text.of("app.found.files", found.files().size())));
        put(4, Figures.count(problems), Text.of("app.found.problems"));
    }

    void show(Progress progress) {
        boolean reading = progress.phase().equals("profile");
        put(0, Figures.count(progress.documents()), Text.of("app.found.documents", progress.documents()));
        put(1, Figures.count(progress.files()), Text.of("app.looking.files", progress.files()));
        put(2, Figures.bytes(reading ? (double) progress.done() : 0), Text.of("app.looking.of", Figures.bytes(reading ? (double) progress.total() : 0)));
        put(3, Figures.count(progress.problems().size()), Text.of("app.found.problems"));
    }

    private void put(int index, String figure, String text) {
        if (index == figures.size()) {
            Label number = Nodes.label(figure, "tile-figure");
            Label word = Nodes.label(text, "muted", "small-text", "tile-words");
            VBox tile = Nodes.column("tile", number, word);
            HBox.setHgrow(tile, Priority.ALWAYS);
            figures.add(number);
            words.add(word);
            getChildren().add(tile);
        }
        figures.get(index).setText(figure);
        words.get(index).setText(text);
    }
}
