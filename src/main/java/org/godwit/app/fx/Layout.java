package org.godwit.app.fx;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Region;

/**
 * Remembers how people arranged a screen, in one line: {@code Layout.remember(table, "runs")}. The settings belong to the
 * scene ({@link #keep}); in a scene without any nothing is remembered. Only for the FX thread.
 */
public final class Layout {
    private static final String FIELD = "\t";

    private Layout() {}

    /** Lets the nodes of this scene remember their arrangement in these settings. */
    public static void keep(Scene scene, Settings settings) {
        scene.getProperties().put(Layout.class, settings);
    }

    /**
     * Remembers widths and visibility of the columns, as the person left them.
     *
     * @param key stable and of this table alone; tables whose columns change name what they show in it
     */
    public static void remember(TableView<?> table, String key) {
        whenInScene(table, settings -> columns(table.getColumns(), "columns." + key, settings));
    }

    /** Remembers widths and visibility of the columns, as the person left them. */
    public static void remember(TreeTableView<?> table, String key) {
        whenInScene(table, settings -> columns(table.getColumns(), "columns." + key, settings));
    }

    /** Remembers where the dividers stand. */
    public static void remember(SplitPane pane, String key) {
        whenInScene(pane, settings -> dividers(pane, "split." + key, settings));
    }

    /** Shows a column only where its table is this wide: what matters more keeps its room. */
    public static void whereThereIsRoom(Region table, TableColumnBase<?, ?> column, double room) {
        table.widthProperty().subscribe(width -> column.setVisible(width.doubleValue() >= room));
    }

    private static void whenInScene(Node node, Consumer<Settings> action) {
        node.sceneProperty().subscribe(scene -> {
            // A node that leaves and comes back keeps what it has.
            if (scene != null
                    && scene.getProperties().get(Layout.class) instanceof Settings settings
                    && node.getProperties().putIfAbsent(Layout.class, settings) == null) {
                action.accept(settings);
            }
        });
    }

    private static void columns(ObservableList<? extends TableColumnBase<?, ?>> columns, String key, Settings settings) {
        InvalidationListener note = changed -> settings.put(key, written(columns));
        Consumer<TableColumnBase<?, ?>> watch = column -> {
            arrange(column, settings.get(key, ""), columns.indexOf(column));
            column.widthProperty().addListener(note);
            column.visibleProperty().addListener(note);
        };
        columns.forEach(watch);
        columns.addListener((ListChangeListener<TableColumnBase<?, ?>>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(watch);
            }
        });
    }

    private static void arrange(TableColumnBase<?, ?> column, String written, int index) {
        String name = name(column, index);
        written.lines().map(line -> line.split(FIELD)).filter(parts -> parts.length == 3 && parts[0].equals(name)).findFirst().ifPresent(parts -> {
            double width = Double.parseDouble(parts[1]);
            column.setPrefWidth(Math.clamp(width, column.getMinWidth(), Math.max(column.getMinWidth(), column.getMaxWidth())));
            column.setVisible(Boolean.parseBoolean(parts[2]));
        });
    }

    private static String written(List<? extends TableColumnBase<?, ?>> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> String.join(
                        FIELD, name(columns.get(i), i), String.valueOf(columns.get(i).getWidth()), String.valueOf(columns.get(i).isVisible())))
                .collect(Collectors.joining("\n"));
    }

    private static String name(TableColumnBase<?, ?> column, int index) {
        if (column.getId() != null) {
            return column.getId();
        }
        String text = column.getText();
        return text == null || text.isEmpty() ? String.valueOf(index) : text.replace(FIELD, " ");
    }

    private static void dividers(SplitPane pane, String key, Settings settings) {
        double[] places = settings.get(key, Layout::places, new double[0]);
        if (places.length == pane.getDividers().size()) {
            // Its first layout divides by the sizes of what is in it; ours must come after that.
            pane.setDividerPositions(places);
        }
        pane.getDividers()
                .forEach(divider -> divider.positionProperty().addListener((property, was, is) -> settings.put(
                        key,
                        Arrays.stream(pane.getDividerPositions()).mapToObj(String::valueOf).collect(Collectors.joining(" ")))));
    }

    private static double[] places(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
