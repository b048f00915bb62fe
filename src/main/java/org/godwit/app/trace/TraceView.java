package org.godwit.app.trace;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.analysis.trace.Mapping;
import org.godwit.analysis.trace.Trace;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.app.fx.TroubleView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The drawer at the right of the window; Escape closes it and gives the focus back to where the question came from. */
public final class TraceView extends VBox {
    private final TraceModel model;
    private final Desk desk;
    private @Nullable Node asker;

    public TraceView(TraceModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        setId("trace");
        getStyleClass().add("trace");
        setMaxWidth(USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        model.stateProperty().subscribe(this::show);
    }

    private void show(TraceState state) {
        boolean open = !(state instanceof TraceState.Closed);
        if (open && !isVisible() && getScene() != null) {
            asker = getScene().getFocusOwner();
        }
        boolean closing = !open && isVisible();
        Nodes.show(this, open);
        if (open) {
            fill(state);
        } else {
            getChildren().clear();
        }
        Node back = asker;
        if (closing && back != null) {
            asker = null;
            back.requestFocus();
        } else if (open && lookup("#trace-close") instanceof Button close) {
            close.requestFocus();
        }
    }

    private void fill(TraceState state) {
        switch (state) {
            case TraceState.Closed() -> {}
            case TraceState.Looking(Tracing.Origin origin) ->
                getChildren().setAll(head(origin), Nodes.column("empty-state", Nodes.label(Text.of("app.trace.looking"), "muted"), new ProgressBar()));
            case TraceState.Failed(Tracing.Origin origin, var trouble) ->
                getChildren().setAll(head(origin), new TroubleView("app.trace.failed", trouble, desk));
            case TraceState.Shown shown -> {
                getChildren().setAll(head(shown.origin()), words(shown.trace()), facts(shown));
                getChildren().addAll(text(shown));
            }
        }
    }

    private HBox head(Tracing.Origin origin) {
        VBox title = Nodes.column(
                "headline", Nodes.label(Text.of("app.trace.title"), Styles.TITLE_4), Nodes.label(Words.cell(origin.table(), origin.column()), "muted"));
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = Nodes.iconButton("app.trace.close", Feather.X, model::close);
        close.setId("trace-close");
        return Nodes.row("line", Nodes.icon(Feather.CROSSHAIR, "accent"), title, close);
    }

    private static VBox words(Trace trace) {
        VBox words = Nodes.column("trace-words", Nodes.wrapped(Words.mapping(trace.mapping())));
        if (trace.mapping() instanceof Mapping.Computed(String expression, List<String> reads)) {
            words.getChildren().add(Nodes.wrapped(expression, "excerpt"));
        }
        switch (trace.source().state()) {
            case SAME, NOW -> {}
            case CHANGED -> words.getChildren().add(notice(trace.source().isRow()
                    ? Text.of("app.trace.other.row", trace.source().table(), trace.source().position() + 1)
                    : Text.of("app.trace.other.text")));
            case GONE -> words.getChildren().add(notice(trace.source().isRow()
                    ? Text.of("app.trace.gone.row", trace.source().table(), trace.source().position() + 1)
                    : Text.of("app.trace.gone.text", trace.source().path())));
        }
        return words;
    }

    private static HBox notice(String text) {
        Label words = Nodes.wrapped(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        return Nodes.row("trace-notice", Nodes.icon(Feather.ALERT_TRIANGLE, "warning"), words);
    }

    private static GridPane facts(TraceState.Shown shown) {
        Trace trace = shown.trace();
        GridPane facts = new GridPane();
        facts.getStyleClass().add("trace-facts");
        Label chip = Nodes.label(Words.state(trace.source().state()), "chip", good(trace.source().state()) ? "good" : "bad");
        chip.setMinWidth(USE_PREF_SIZE);
        fact(facts, "app.trace.file", Nodes.row("line", field("trace-file", trace.source().name(), "app.trace.file"), chip));
        TextField pointer = field("trace-pointer", trace.place().at(), "app.trace.pointer");
        TextField at = field("trace-place", "", "app.trace.at");
        shown.spot().subscribe(number -> shown.looked().ifPresent(spot -> {
            pointer.setText(spot.pointer().isEmpty() ? Text.of("app.trace.whole") : spot.pointer());
            at.setText(Words.place(trace, spot));
        }));
        fact(facts, "app.trace.pointer", pointer);
        fact(facts, "app.trace.at", at);
        if (trace.source().isOfFile()) {
            fact(facts, "app.trace.sha", field("trace-sha", trace.source().sha256(), "app.trace.sha"));
        }
        fact(facts, "app.trace.run", field("trace-run", Text.of("app.trace.run.of", trace.run().id(), trace.run().plan(), trace.source().dataset()), "app.trace.run"));
        return facts;
    }

    private static boolean good(Trace.State state) {
        return switch (state) {
            case SAME, NOW -> true;
            case CHANGED, GONE -> false;
        };
    }

    private static void fact(GridPane facts, String key, Node value) {
        Label name = Nodes.label(Text.of(key), "muted", "small-text");
        name.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(value, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), name, value);
    }

    /** Text that can be selected and copied, and looks like a label. */
    private static TextField field(String id, String text, String nameKey) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setEditable(false);
        field.setAccessibleText(Text.of(nameKey));
        field.getStyleClass().add("fact");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private List<Node> text(TraceState.Shown shown) {
        Button copy = Nodes.button("app.trace.copy", Feather.COPY, () -> model.copyPointer(shown));
        Button all = Nodes.button("app.trace.copy.all", Feather.CLIPBOARD, () -> model.copyAll(shown), Styles.FLAT);
        Button folder = Nodes.button("app.trace.folder", Feather.FOLDER, () -> model.openFolder(shown), Styles.FLAT);
        HBox actions = Nodes.row("actions", copy, folder, all);
        if (shown.trace().spots().isEmpty()) {
            return List.of(Nodes.wrapped(Text.of("app.trace.nowhere"), "muted"), actions);
        }
        SourcePane source = new SourcePane();
        setVgrow(source, Priority.ALWAYS);
        shown.spot().subscribe(number -> shown.looked().map(Trace.Spot::excerpt).ifPresent(source::show));
        return shown.trace().spots().size() == 1 ? List.of(source, actions) : List.of(choice(shown), source, actions);
    }

    /** Which of several places is shown. */
    private static FlowPane choice(TraceState.Shown shown) {
        List<Trace.Spot> spots = shown.trace().spots();
        FlowPane choice = Nodes.flow("trace-choice");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < spots.size(); i++) {
            int index = i;
            String pointer = spots.get(i).pointer();
            ToggleButton button = new ToggleButton(pointer.isEmpty() ? Text.of("app.trace.whole") : pointer);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setSelected(i == shown.spot().get());
            button.setOnAction(event -> {
                button.setSelected(true);
                shown.spot().set(index);
            });
            choice.getChildren().add(button);
        }
        return choice;
    }
}
