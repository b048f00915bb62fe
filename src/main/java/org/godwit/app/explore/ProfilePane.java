package org.godwit.app.explore;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.analysis.explore.ColumnProfile;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** Figures about a column: counts, ends, and how its values are spread. */
final class ProfilePane extends VBox {
    private final TableModel model;

    ProfilePane(TableModel model) {
        this.model = model;
        setId("column-profile");
        getStyleClass().add("profile-pane");
        model.profileProperty().subscribe(this::show);
    }

    private void show(ProfileState state) {
        switch (state) {
            case ProfileState.None() -> getChildren().clear();
            case ProfileState.Reading(String column) -> getChildren().setAll(head(column), new ProgressBar());
            case ProfileState.Failed(String column, String message) -> getChildren().setAll(head(column), Nodes.wrapped(message, "bad-text"));
            case ProfileState.Shown(ColumnProfile profile) -> {
                ScrollPane scroll = new ScrollPane(Nodes.column("profile-body", facts(profile), bars(profile)));
                scroll.setFitToWidth(true);
                scroll.setAccessibleText(Text.of("app.profile.of", profile.column().name()));
                setVgrow(scroll, Priority.ALWAYS);
                getChildren().setAll(head(profile.column().name()), Nodes.label(profile.column().type(), "muted", "small-text"), scroll);
            }
        }
    }

    private HBox head(String column) {
        Button close = Nodes.iconButton("app.profile.close", Feather.X, model::closeProfile, "small-icon");
        return Nodes.row("pane-head", Nodes.label(column, "pane-title"), Nodes.spacer(), close);
    }

    private static GridPane facts(ColumnProfile profile) {
        GridPane facts = new GridPane();
        facts.getStyleClass().add("profile-facts");
        fact(facts, "app.profile.rows", Figures.count(profile.rows()));
        fact(facts, "app.profile.nulls", Text.of("app.profile.part", profile.nulls(), Figures.share(profile.nulls(), profile.rows())));
        fact(facts, "app.profile.distinct", Text.of(profile.exact() ? "app.profile.exactly" : "app.profile.about", profile.distinct()));
        profile.min().ifPresent(value -> fact(facts, "app.profile.min", value));
        profile.max().ifPresent(value -> fact(facts, "app.profile.max", value));
        profile.mean().ifPresent(value -> fact(facts, "app.profile.mean", value));
        return facts;
    }

    private static void fact(GridPane facts, String key, String value) {
        Label name = Nodes.label(Text.of(key), "muted");
        name.setMinWidth(USE_PREF_SIZE);
        Label words = Nodes.wrapped(value);
        GridPane.setHgrow(words, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), name, words);
    }

    private static VBox bars(ColumnProfile profile) {
        VBox bars = Nodes.column("profile-bars", Nodes.label(Text.of(profile.ranges() ? "app.profile.spread" : "app.profile.frequent"), "section-title"));
        long most = profile.bars().stream().mapToLong(ColumnProfile.Bar::rows).max().orElse(1);
        for (ColumnProfile.Bar bar : profile.bars()) {
            Label label = Nodes.label(bar.label().isEmpty() ? Text.of("app.profile.blank") : bar.label().replace('\n', ' '), "small-text");
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
            HBox.setHgrow(label, Priority.ALWAYS);
            Label count = Nodes.label(Figures.count(bar.rows()), "muted", "small-text");
            count.setMinWidth(USE_PREF_SIZE);
            bars.getChildren().add(Nodes.column("profile-bar", Nodes.row("line", label, count), share(bar.rows(), most)));
        }
        return bars;
    }

    private static StackPane share(long rows, long most) {
        Region bar = new Region();
        bar.getStyleClass().add("profile-share");
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("profile-track");
        bar.maxWidthProperty().bind(track.widthProperty().multiply(most == 0 ? 0 : (double) rows / most));
        return track;
    }
}
