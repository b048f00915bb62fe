package org.godwit.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Makes a whole view a place to drop files and folders on; it wears {@code :drop-hover} while they are above it. */
public final class Drop {
    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("drop-hover");

    private Drop() {}

    /** Takes whatever files and folders are dropped. */
    public static void on(Node node, Consumer<List<Path>> opener) {
        on(node, places -> !places.isEmpty(), opener);
    }

    /**
     * Takes what suits; anything else is left to the view around this one.
     *
     * @param takes whether these files and folders suit
     */
    public static void on(Node node, Predicate<List<Path>> takes, Consumer<List<Path>> opener) {
        node.setOnDragOver(event -> {
            if (takes.test(places(event))) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                node.pseudoClassStateChanged(HOVER, true);
                event.consume();
            }
        });
        node.setOnDragExited(event -> node.pseudoClassStateChanged(HOVER, false));
        node.setOnDragDropped(event -> {
            List<Path> places = places(event);
            if (!places.isEmpty() && takes.test(places)) {
                event.setDropCompleted(true);
                event.consume();
                opener.accept(places);
            }
        });
    }

    /** Returns whether this is one DuckDB file by its name. */
    public static boolean isDatabase(List<Path> places) {
        return places.size() == 1 && places.getFirst().toString().endsWith(".duckdb");
    }

    private static List<Path> places(DragEvent event) {
        return event.getDragboard().hasFiles() ? event.getDragboard().getFiles().stream().map(File::toPath).toList() : List.of();
    }
}
