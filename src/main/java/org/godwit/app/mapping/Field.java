package org.godwit.app.mapping;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.edit.PlanEdit;
import org.godwit.engine.plan.PlanFault;
import org.godwit.engine.plan.PlanReader;
import org.kordamp.ikonli.feather.Feather;

/** The fields of the inspector: each with a label, and with what is wrong beside it. */
final class Field {
    private Field() {}

    /** Returns a text field that speaks when it is left or Enter is pressed; Escape brings back what was there. */
    static TextField text(String nameKey, String value, Consumer<String> changed) {
        TextField field = new TextField(value);
        field.setAccessibleText(Text.of(nameKey));
        Runnable commit = () -> {
            if (!field.getText().equals(value)) {
                changed.accept(field.getText());
            }
        };
        field.setOnAction(_ -> commit.run());
        field.focusedProperty().subscribe((was, now) -> {
            if (was && !now && field.getScene() != null) {
                commit.run();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(value)) {
                field.setText(value);
                event.consume();
            }
        });
        return field;
    }

    /** Returns a control with its label above. */
    static VBox labeled(String nameKey, Node control) {
        Label label = Nodes.label(Text.of(nameKey), "field-label");
        label.setLabelFor(control);
        return Nodes.column("field", label, control);
    }

    /** Adds what is wrong with a field, with a button that mends it where the valid name is near. */
    static void faults(VBox field, MappingModel model, List<PlanFault> faults) {
        for (PlanFault fault : faults) {
            Label words = Nodes.wrapped(Text.of("app.mapping.fault", fault.expected(), fault.found()), "fault-text");
            field.getChildren().add(Nodes.row("fault", Nodes.icon(Feather.ALERT_TRIANGLE, "danger"), words));
            if (!fault.nearest().isEmpty()) {
                Button mend = Nodes.button("app.mapping.mend", Feather.ZAP, () -> model.apply(mend(model, fault)), "small", "mend");
                mend.setText(Text.of("app.mapping.mend.name", fault.nearest()));
                mend.setAccessibleText(mend.getText());
                mend.setMnemonicParsing(false);
                field.getChildren().add(mend);
            }
        }
    }

    private static PlanEdit mend(MappingModel model, PlanFault fault) {
        return new PlanEdit.Replace(PlanReader.mended(model.planProperty().get(), fault));
    }
}
