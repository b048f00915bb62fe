package org.godwit.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Makes a whole view a place to drop files and folders on; it wears {@code :drop-hover} while they are above it. */
public final class Drop {
    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("drop-hover");

    private Drop() {}

    public static void on(Node node, Consumer<List<Path>> opener) {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                node.pseudoClassStateChanged(HOVER, true);
            }
            event.consume();
        });
        node.setOnDragExited(event -> node.pseudoClassStateChanged(HOVER, false));
        node.setOnDragDropped(event -> dropped(event, opener));
    }

    private static void dropped(DragEvent event, Consumer<List<Path>> opener) {
        List<Path> paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!paths.isEmpty());
        event.consume();
        if (!paths.isEmpty()) {
            opener.accept(paths);
        }
    }
}
