package org.godwit.app.mapping;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.godwit.app.fx.Desk;

/** The mapping page: the source at the left, the target at the right. */
public final class MappingView extends BorderPane {
    public MappingView(MappingModel model, Desk desk) {
        getStyleClass().add("mapping");
        SplitPane sides = new SplitPane(new SourcePane(model), new TargetPane(model));
        sides.setDividerPositions(0.47);
        setCenter(sides);
    }
}
