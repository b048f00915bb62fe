package org.godwit.app.place;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Connection;
import org.kordamp.ikonli.feather.Feather;

/** The form of a connection: its fields one below the other, and Test connection with what it showed. */
public final class ServerPane extends VBox {
    private static final double PORT_WIDTH = 96;

    private final ServerModel model;
    private final String prefix;

    /** @param prefix of the ids of the controls, so that two forms can be told apart */
    public ServerPane(ServerModel model, String prefix) {
        this.model = model;
        this.prefix = prefix;
        getStyleClass().add("server-form");
        VBox port = text("port", "app.server.port", model.portProperty());
        port.setMinWidth(PORT_WIDTH);
        port.setPrefWidth(PORT_WIDTH);
        HBox.setHgrow(port, Priority.NEVER);
        model.kindProperty().subscribe(kind -> field(port, TextField.class).setPromptText(String.valueOf(kind.port())));
        VBox schema = text("schema", "app.server.schema", model.schemaProperty());
        field(schema, TextField.class).setPromptText("public");
        model.kindProperty().subscribe(kind -> Nodes.show(schema, kind.hasSchemas()));
        getChildren()
                .addAll(
                        place(),
                        Nodes.row("server-row", choice("kind", "app.server.kind", model.kindProperty(), ServerKind.values(), ServerKind::title), port),
                        text("host", "app.server.host", model.hostProperty()),
                        Nodes.row("server-row", text("database", "app.server.database", model.databaseProperty()), schema),
                        Nodes.row(
                                "server-row",
                                text("user", "app.server.user", model.userProperty()),
                                choice("from", "app.server.from", model.fromProperty(), ServerModel.PasswordFrom.values(), ServerPane::word)),
                        reference(),
                        password(),
                        choice("tls", "app.server.tls", model.tlsProperty(), Connection.Tls.values(), ServerPane::word),
                        certificate(),
                        testing(),
                        new TestLine(model));
    }

    /** Which named place it is; not there where none has a name. */
    private VBox place() {
        ComboBox<Optional<NamedPlace>> box = new ComboBox<>();
        box.setConverter(new InWords<>(ServerPane::word));
        fill(box);
        model.placeProperty().subscribe(box::setValue);
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.choose(chosen);
            }
        });
        VBox choice = labelled("place", "app.server.place", box);
        Label words = Nodes.wrapped("", "muted", "small-text");
        words.setId(prefix + "-place-words");
        words.textProperty().bind(model.placeWordsProperty());
        VBox whole = Nodes.column("labelled", choice, words);
        Runnable refresh = () -> {
            Nodes.show(choice, !model.places().isEmpty());
            Nodes.show(words, !words.getText().isEmpty());
            Nodes.show(whole, choice.isVisible() || words.isVisible());
        };
        model.places().subscribe(() -> {
            fill(box);
            refresh.run();
        });
        words.textProperty().subscribe(refresh);
        refresh.run();
        return whole;
    }

    private void fill(ComboBox<Optional<NamedPlace>> box) {
        List<Optional<NamedPlace>> choices = new ArrayList<>(List.of(Optional.empty()));
        model.places().forEach(place -> choices.add(Optional.of(place)));
        box.getItems().setAll(choices);
        box.setValue(model.placeProperty().get());
    }

    /** Puts the focus where one begins to type. */
    public void focusFirst() {
        Node first = lookup("#" + prefix + "-host");
        if (first != null) {
            first.requestFocus();
        }
    }

    private static String word(Optional<NamedPlace> place) {
        return place.map(known -> Text.of("app.server.place.of", known.name(), known.profile())).orElseGet(() -> Text.of("app.server.place.none"));
    }

    private static String word(ServerModel.PasswordFrom from) {
        return switch (from) {
            case ENTERED -> Text.of("app.server.from.entered");
            case VARIABLE -> Text.of("app.server.from.variable");
            case FILE -> Text.of("app.server.from.file");
            case KEY_STORE -> Text.of("app.server.from.keyStore");
        };
    }

    private static String word(Connection.Tls tls) {
        return switch (tls) {
            case VERIFY_FULL -> Text.of("app.server.tls.full");
            case PINNED -> Text.of("app.server.tls.pinned");
            case OFF -> Text.of("app.server.tls.off");
        };
    }

    private VBox password() {
        PasswordField field = new PasswordField();
        field.textProperty().subscribe(typed -> model.type(field.getCharacters()));
        VBox box = labelled("password", "app.server.password", field);
        Label note = Nodes.wrapped("", "muted", "small-text");
        HBox keeping = keeping();
        box.getChildren().addAll(keeping, note);
        model.fromProperty().subscribe(from -> {
            boolean stored = from == ServerModel.PasswordFrom.KEY_STORE;
            note.setText(Text.of(stored ? "app.server.password.stored" : "app.server.password.kept"));
            Nodes.show(keeping, stored);
            Nodes.show(box, stored || from == ServerModel.PasswordFrom.ENTERED);
        });
        return box;
    }

    private HBox keeping() {
        Button keep = Nodes.button("app.server.keep", Feather.LOCK, model::keep);
        keep.setId(prefix + "-keep");
        Label kept = Nodes.wrapped("", "small-text");
        kept.setId(prefix + "-kept");
        kept.textProperty().bind(model.keptProperty());
        HBox.setHgrow(kept, Priority.ALWAYS);
        return Nodes.row("line", keep, kept);
    }

    private VBox reference() {
        VBox box = text("reference", "app.server.reference", model.referenceProperty());
        Label label = (Label) box.getChildren().getFirst();
        model.fromProperty().subscribe(from -> {
            Nodes.show(box, from != ServerModel.PasswordFrom.ENTERED);
            label.setText(switch (from) {
                case ENTERED, VARIABLE -> Text.of("app.server.reference.variable");
                case FILE -> Text.of("app.server.reference.file");
                case KEY_STORE -> Text.of("app.server.reference.entry");
            });
            field(box, TextField.class).setAccessibleText(label.getText());
        });
        return box;
    }

    private VBox certificate() {
        VBox box = text("certificate", "app.server.certificate", model.certificateProperty());
        model.tlsProperty().subscribe(tls -> Nodes.show(box, tls == Connection.Tls.PINNED));
        return box;
    }

    private HBox testing() {
        Button test = Nodes.button("app.server.test", Feather.ZAP, model::test);
        test.setId(prefix + "-test");
        Label fault = Nodes.wrapped("", "muted", "small-text");
        fault.setId(prefix + "-fault");
        HBox.setHgrow(fault, Priority.ALWAYS);
        fault.textProperty().bind(model.faultProperty());
        Runnable refresh = () -> test.setDisable(!model.faultProperty().get().isEmpty() || model.testProperty().get() instanceof TestState.Testing);
        model.faultProperty().subscribe(refresh);
        model.testProperty().subscribe(refresh);
        refresh.run();
        return Nodes.row("line", test, fault);
    }

    private VBox text(String name, String key, StringProperty property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        return labelled(name, key, field);
    }

    private <T> VBox choice(String name, String key, ObjectProperty<T> property, T[] values, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(List.copyOf(Arrays.asList(values)));
        box.setConverter(new InWords<>(words));
        box.valueProperty().bindBidirectional(property);
        return labelled(name, key, box);
    }

    private VBox labelled(String name, String key, Control field) {
        Label label = Nodes.label(Text.of(key), "field-label");
        label.setLabelFor(field);
        field.setId(prefix + "-" + name);
        field.setAccessibleText(label.getText());
        field.setMaxWidth(Double.MAX_VALUE);
        VBox box = Nodes.column("labelled", label, field);
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static <T extends Control> T field(VBox box, Class<T> kind) {
        return kind.cast(box.getChildren().get(1));
    }

    /** What trying it out has shown; not there before. */
    private static final class TestLine extends HBox {
        TestLine(ServerModel model) {
            getStyleClass().addAll("line", "top-line", "test-line");
            setId("test-line");
            model.testProperty().subscribe(this::show);
        }

        private void show(TestState state) {
            getChildren().clear();
            getStyleClass().removeAll("good", "bad");
            switch (state) {
                case TestState.Untested() -> {}
                case TestState.Testing(var job) -> {
                    ProgressIndicator turning = new ProgressIndicator();
                    turning.setAccessibleText(Text.of("app.server.testing.now"));
                    turning.getStyleClass().add("small-turning");
                    getChildren().addAll(turning, words(Nodes.wrapped(Text.of("app.server.testing.now"))), Nodes.button("app.cancel", Feather.X, job::cancel, Styles.FLAT));
                }
                case TestState.Connected(String words) -> {
                    getStyleClass().add("good");
                    getChildren().addAll(Nodes.icon(Feather.CHECK_CIRCLE, "success"), words(Nodes.wrapped(words)));
                }
                case TestState.Failed(var trouble) -> {
                    getStyleClass().add("bad");
                    Label next = Nodes.wrapped(trouble.next());
                    Nodes.show(next, !trouble.next().isEmpty());
                    Label code = Nodes.label(trouble.code(), "muted", "small-text");
                    getChildren()
                            .addAll(Nodes.icon(Feather.X_CIRCLE, "danger"), words(Nodes.wrapped(trouble.title(), "figure"), Nodes.wrapped(trouble.message()), next, code));
                }
            }
            Nodes.show(this, !getChildren().isEmpty());
        }

        private static Region words(Label... lines) {
            VBox box = Nodes.column("test-words", lines);
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setMinWidth(0);
            return box;
        }
    }
}
