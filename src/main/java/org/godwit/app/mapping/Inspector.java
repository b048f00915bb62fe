package org.godwit.app.mapping;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.TableSpec;

/** What is selected, with everything that can be said of it. */
final class Inspector extends ScrollPane {
    /** The field that renaming and details lead to. */
    static final String NAME = "inspector-name";

    private final MappingModel model;
    private final SourcePane source;
    private boolean wanted;
    private boolean building;

    Inspector(MappingModel model, SourcePane source) {
        this.model = model;
        this.source = source;
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText(Text.of("app.mapping.inspector"));
        model.planProperty().subscribe(_ -> show());
        model.selectionProperty().subscribe(_ -> show());
    }

    private void show() {
        if (building) {
            return;
        }
        // Taking the old fields away makes the one with the focus speak; it must not be heard twice.
        building = true;
        String focused = focused();
        setContent(content());
        building = false;
        Node again = focused.isEmpty() ? null : lookup("#" + focused);
        if (again != null) {
            again.requestFocus();
        }
        if (wanted) {
            focusName();
        }
    }

    private String focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node up = owner; up != null; up = up.getParent()) {
            if (up == this) {
                return Objects.requireNonNullElse(Objects.requireNonNull(owner).getId(), "");
            }
        }
        return "";
    }

    private VBox content() {
        Optional<TableSpec> table = model.table();
        if (table.isEmpty()) {
            return Nodes.column("inspector-body", Nodes.wrapped(Text.of("app.mapping.inspector.none"), "muted"));
        }
        return model.column()
                .<VBox>map(column -> new ColumnInspector(model, source.index(), table.get(), column))
                .orElseGet(() -> new TableInspector(model, table.get()));
    }

    /** Puts the focus on the name, all of it selected. */
    void focusName() {
        wanted = false;
        if (lookup("#" + NAME) instanceof TextInputControl field) {
            field.requestFocus();
            field.selectAll();
        }
    }
}
