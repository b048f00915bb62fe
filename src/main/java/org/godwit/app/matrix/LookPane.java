package org.godwit.app.matrix;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import org.godwit.analysis.matrix.Judge;
import org.godwit.analysis.matrix.Look;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** How the matrix is looked at: filter, order, what decides, simulated results, families, counts. */
final class LookPane extends FlowPane {
    private static final Duration TYPING = Duration.millis(200);

    private final MatrixModel model;

    LookPane(MatrixModel model, BooleanProperty withTexts) {
        this.model = model;
        getStyleClass().add("matrix-look");
        ComboBox<Look.Order> order = box("app.matrix.sort", Look.Order.values(), LookPane::words, (look, chosen) -> look.ordered(chosen), Look::order);
        order.setId("matrix-sort");
        ComboBox<Judge> judge = box("app.matrix.judge", Judge.values(), LookPane::words, (look, chosen) -> look.judged(chosen), Look::judge);
        judge.setId("matrix-judge");
        CheckBox simulated = check("app.matrix.simulated", "matrix-simulated", look -> look.simulated(!look.withSimulated()), Look::withSimulated);
        CheckBox families = check("app.matrix.families", "matrix-families", look -> look.grouped(!look.grouped()), Look::grouped);
        CheckBox counts = new CheckBox(Text.of("app.matrix.counts"));
        counts.selectedProperty().bindBidirectional(withTexts);
        model.stateProperty().subscribe(state -> {
            if (state instanceof MatrixState.Shown shown) {
                simulated.setDisable(shown.arrangement().matrix().simulated() == 0);
                Nodes.show(judge, !shown.arrangement().matrix().spec().isMeasure());
            }
        });
        getChildren().addAll(filter(), order, judge, simulated, families, counts);
    }

    private CustomTextField filter() {
        CustomTextField field = new CustomTextField();
        field.setId("matrix-filter");
        field.setLeft(Nodes.icon(Feather.SEARCH));
        field.setPromptText(Text.of("app.matrix.filter"));
        field.setAccessibleText(Text.of("app.matrix.filter"));
        field.setPrefColumnCount(16);
        PauseTransition typing = new PauseTransition(TYPING);
        typing.setOnFinished(event -> model.change(look -> look.filtered(field.getText())));
        field.textProperty().subscribe((before, now) -> typing.playFromStart());
        model.lookProperty().subscribe(look -> {
            if (look.filter().isEmpty() && !field.getText().isEmpty() && typing.getStatus() != javafx.animation.Animation.Status.RUNNING) {
                field.clear();
            }
        });
        return field;
    }

    private CheckBox check(String key, String id, UnaryOperator<Look> toggle, Function<Look, Boolean> is) {
        CheckBox box = new CheckBox(Text.of(key));
        box.setAccessibleText(Text.spoken(Text.of(key)));
        box.setId(id);
        box.setOnAction(event -> model.change(toggle));
        model.lookProperty().subscribe(look -> box.setSelected(is.apply(look)));
        return box;
    }

    private interface Choice<T> {
        Look of(Look look, T chosen);
    }

    private <T> ComboBox<T> box(String nameKey, T[] values, Function<T, String> words, Choice<T> choice, Function<Look, T> is) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setAccessibleText(Text.of(nameKey));
        box.setConverter(new InWords<>(words));
        model.lookProperty().subscribe(look -> box.setValue(is.apply(look)));
        box.setOnAction(event -> {
            T chosen = box.getValue();
            if (chosen != null) {
                model.change(look -> choice.of(look, chosen));
            }
        });
        return box;
    }

    private static String words(Look.Order order) {
        return switch (order) {
            case NAME -> Text.of("app.matrix.sort.name");
            case SHARE -> Text.of("app.matrix.sort.share");
            case COUNT -> Text.of("app.matrix.sort.count");
        };
    }

    private static String words(Judge judge) {
        return switch (judge) {
            case ALL -> Text.of("app.matrix.judge.all");
            case NEWEST -> Text.of("app.matrix.judge.newest");
        };
    }
}
