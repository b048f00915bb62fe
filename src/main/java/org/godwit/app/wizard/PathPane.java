package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.excerpt.ExcerptView;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.PathProfile;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The chosen path: what is remarkable about it, and what can be decided, with the consequence beside the switch. */
final class PathPane extends VBox {
    private final DataModel model;
    private final Label path = Nodes.label("", "path-text");
    private final VBox rows = Nodes.column("path-rows");
    private @Nullable ProfileRow row;

    PathPane(DataModel model) {
        this.model = model;
        getStyleClass().add("path-pane");
        getChildren().addAll(path, rows, new ExcerptView(model.excerpts()));
        model.openProperty().subscribe(open -> show(row));
    }

    void show(@Nullable ProfileRow chosen) {
        row = chosen;
        rows.getChildren().clear();
        model.excerpts().clear();
        path.setText(chosen == null ? "" : chosen.expression().text());
        if (chosen == null) {
            return;
        }
        chosen.drift().forEach(drift -> rows.getChildren().add(drift(chosen, drift)));
        chosen.keys().ifPresent(verdict -> rows.getChildren().add(keys(chosen, verdict)));
        if (chosen.canSplit()) {
            rows.getChildren().add(split(chosen));
        }
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(Nodes.wrapped(Text.of("app.data.nothing", chosen.node().occurrences()), "muted"));
        }
    }

    private HBox drift(ProfileRow chosen, ProfileRow.Drift drift) {
        Label words = Nodes.wrapped(drift.words(chosen.node().occurrences()));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button show = Nodes.button("app.data.drift.show", Feather.EYE, () -> model.excerpts().show(drift.place(), drift.value()), Styles.FLAT);
        show.setAccessibleText(Text.of("app.data.drift.show.named", drift.place()));
        show.setId("drift");
        return Nodes.row("line", Nodes.icon(Feather.ALERT_TRIANGLE, "careful-icon"), words, Nodes.label(drift.place(), "muted", "small-text"), show);
    }

    private HBox keys(ProfileRow chosen, PathProfile.KeysVerdict verdict) {
        CheckBox box = new CheckBox(Text.of("app.data.keys"));
        box.setId("keys-are-data");
        box.setMnemonicParsing(true);
        box.setSelected(verdict.data());
        box.setDisable(!model.openProperty().get());
        String words = model.keysWords(verdict);
        box.setAccessibleText(Text.spoken(box.getText()) + ". " + words);
        box.setOnAction(event -> model.decideKeys(chosen, box.isSelected()));
        box.setMinWidth(USE_PREF_SIZE);
        Label consequence = Nodes.wrapped(words, "muted");
        HBox.setHgrow(consequence, Priority.ALWAYS);
        HBox line = Nodes.row("line", box, consequence);
        if (verdict.doubtful()) {
            line.getChildren().addFirst(Nodes.icon(Feather.HELP_CIRCLE, "careful-icon"));
        }
        return line;
    }

    private HBox split(ProfileRow chosen) {
        Button split = Nodes.button("app.data.split", Feather.SCISSORS, () -> model.split(chosen));
        split.setId("split");
        split.setDisable(!model.openProperty().get());
        Label words = Nodes.wrapped(model.splitWords(chosen), "muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        return Nodes.row("line", split, words);
    }
}
