package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.place.ServerPane;
import org.kordamp.ikonli.feather.Feather;

/** The two decisions at the source: by which recipe, and into which file. */
final class DecidePane extends VBox {
    private final FoundModel found;
    private final Desk desk;

    DecidePane(FoundModel found, Desk desk) {
        this.found = found;
        this.desk = desk;
        getStyleClass().add("decide");
        ScrollPane choices = new ScrollPane(Nodes.column("choices", how(), where()));
        choices.setFitToWidth(true);
        choices.setFocusTraversable(false);
        choices.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(choices, Priority.ALWAYS);
        getChildren().addAll(choices, Nodes.wrapped(Text.of("app.found.safe"), "muted", "small-text"));
    }

    private Node how() {
        VBox box = Nodes.column("choice", Nodes.label(Text.of("app.found.how"), "section-title"));
        if (found.discovery().plan().isPresent()) {
            String name = found.discovery().plan().get().file().map(file -> String.valueOf(file.getFileName())).orElse(found.discovery().title());
            box.getChildren().add(Nodes.row("line", Nodes.icon(Feather.FILE_TEXT, "accent"), Nodes.wrapped(Text.of("app.found.plan", name))));
            return box;
        }
        ToggleGroup group = new ToggleGroup();
        for (String recipe : found.discovery().recipes()) {
            boolean suits = found.discovery().suggestion().equals(Optional.of(recipe));
            String words = suits ? Text.of("app.found.recipe.suits") : Text.of("app.found.recipe");
            box.getChildren().add(option(group, Optional.of(recipe), recipe, words));
        }
        box.getChildren().add(option(group, Optional.empty(), Text.of("app.found.propose"), Text.of("app.found.propose.text")));
        return box;
    }

    private VBox option(ToggleGroup group, Optional<String> recipe, String title, String words) {
        RadioButton radio = new RadioButton(title);
        radio.setMnemonicParsing(false);
        radio.setAccessibleText(title + ". " + words);
        radio.setToggleGroup(group);
        radio.setId("recipe-" + recipe.orElse("none"));
        radio.setSelected(found.recipeProperty().get().equals(recipe));
        radio.selectedProperty().subscribe(selected -> {
            if (selected) {
                found.recipeProperty().set(recipe);
            }
        });
        Label text = Nodes.wrapped(words, "muted", "option-text");
        text.setOnMouseClicked(event -> radio.fire());
        return Nodes.column("option", radio, text);
    }

    private Node where() {
        Label title = Nodes.label(Text.of("app.found.where"), "section-title");
        TextField field = new TextField();
        field.setId("target");
        field.setAccessibleText(Text.of("app.found.where.named"));
        field.textProperty().bindBidirectional(found.target().textProperty());
        // The name at the end of a path matters most, unless somebody types there.
        Runnable showEnd = () -> {
            if (!field.isFocused()) {
                // A caret that is at the end already would not be brought into sight.
                field.home();
                field.end();
            }
        };
        field.focusedProperty().subscribe(showEnd);
        field.textProperty().subscribe(() -> Platform.runLater(showEnd));
        field.widthProperty().subscribe(() -> Platform.runLater(showEnd));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = Nodes.iconButton("app.found.where.choose", Feather.FOLDER, this::chooseTarget);
        title.setLabelFor(field);
        Label state = Nodes.wrapped("", "muted", "small-text");
        found.target().stateProperty().subscribe(seen -> {
            state.setText(Text.of(seen.key()));
            state.getStyleClass().remove("bad-text");
            if (!seen.usable() && seen != TargetState.UNKNOWN) {
                state.getStyleClass().add("bad-text");
            }
        });
        Node row = Nodes.row("field-row", field, choose);
        ServerPane server = new ServerPane(found.target().server(), "target");
        found.target().kindProperty().subscribe(kind -> {
            Nodes.show(row, kind != TargetKind.SERVER);
            Nodes.show(server, kind == TargetKind.SERVER);
            field.setAccessibleText(Text.of(kind.isFolder() ? "app.found.where.folder" : "app.found.where.named"));
        });
        return Nodes.column("choice", title, kinds(), row, server, state);
    }

    private ComboBox<TargetKind> kinds() {
        ComboBox<TargetKind> box = new ComboBox<>();
        box.setId("target-kind");
        box.setAccessibleText(Text.of("app.found.where.kind"));
        box.getItems().setAll(TargetKind.values());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new InWords<>(TargetKind::title));
        box.valueProperty().bindBidirectional(found.target().kindProperty());
        return box;
    }

    private void chooseTarget() {
        TargetModel target = found.target();
        Path there = target.stateProperty().get().usable() ? target.path() : Path.of(found.discovery().target().path());
        desk.chooseTarget(Text.of(target.kindProperty().get().isFolder() ? "app.found.where.folder.title" : "app.found.where.title"), there)
                .ifPresent(path -> target.textProperty().set(path.toString()));
    }
}
