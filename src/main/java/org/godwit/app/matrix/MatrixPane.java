package org.godwit.app.matrix;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Look;
import org.godwit.analysis.matrix.MatrixFiles;
import org.godwit.analysis.matrix.MatrixSpec;
import org.godwit.analysis.matrix.MatrixWords;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The page with the heatmap: which database and what of it, how it is looked at, the legend, the rows of a square. */
final class MatrixPane extends VBox {
    private static final double HEATMAP_PART = 0.58;

    private final MatrixModel model;
    private final Label source = Nodes.label("", "muted");
    private final MenuButton databases = new MenuButton();
    private final ComboBox<MatrixSpec> what = new ComboBox<>();
    private final Heatmap heatmap;
    private final LegendPane legend;
    private final VBox none;
    private final SplitPane split = new SplitPane();
    private final PairRowsPane rows;
    private boolean filling;

    MatrixPane(MatrixModel model, Desk desk) {
        this.model = model;
        this.heatmap = new Heatmap(model::drill);
        this.legend = new LegendPane(model);
        this.rows = new PairRowsPane(model.rows(), desk, heatmap::requestFocus);
        heatmap.setId("heatmap");
        getStyleClass().addAll("page", "matrix-page");
        none = Nodes.empty(Feather.FILTER, "app.matrix.none", "app.matrix.none.text",
                Nodes.button("app.matrix.none.reset", Feather.X, () -> model.lookProperty().set(Look.USUAL.simulated(true)), Styles.ACCENT));
        StackPane centre = new StackPane(heatmap, none);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().add(centre);
        setVgrow(split, Priority.ALWAYS);
        Label notice = Nodes.wrapped("", "notice");
        notice.textProperty().bind(model.noticeProperty());
        model.noticeProperty().subscribe(text -> Nodes.show(notice, !text.isEmpty()));
        source.setWrapText(true);
        source.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head(), source, new LookPane(model, heatmap.withTextsProperty()), legend, notice, split);
        model.rows().stateProperty().subscribe(this::showRows);
    }

    void show(MatrixState.Shown shown) {
        Arrangement look = shown.arrangement();
        heatmap.arrangementProperty().set(look);
        boolean empty = look.rowCount() == 0;
        heatmap.setVisible(!empty);
        Nodes.show(none, empty);
        legend.show(look);
        source.setText(MatrixWords.source(look.matrix()) + ". " + MatrixWords.results(look) + " " + MatrixWords.rule(look));
        databases.setText(String.valueOf(shown.database().getFileName()));
        filling = true;
        List<MatrixSpec> ready = shown.offer().ready();
        MatrixSpec current = look.matrix().spec();
        what.getItems().setAll(ready);
        if (!ready.contains(current)) {
            what.getItems().addFirst(current);
        }
        what.getSelectionModel().select(current);
        filling = false;
    }

    private void showRows(RowsState state) {
        boolean shown = !(state instanceof RowsState.Closed);
        if (shown && !split.getItems().contains(rows)) {
            split.getItems().add(rows);
            split.setDividerPositions(HEATMAP_PART);
        } else if (!shown) {
            split.getItems().remove(rows);
        }
    }

    private Node head() {
        Label title = Nodes.label(Text.of("app.matrix.title"), Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        databases.setGraphic(Nodes.icon(Feather.DATABASE));
        databases.setAccessibleText(Text.of("app.matrix.database"));
        databases.setId("matrix-database");
        databases.setMaxWidth(260);
        databases.setMnemonicParsing(false);
        model.databases().addListener((ListChangeListener<Path>) change -> fillDatabases());
        fillDatabases();
        what.setAccessibleText(Text.of("app.matrix.what"));
        what.setId("matrix-what");
        what.setConverter(new InWords<>(MatrixSpec::title));
        what.setPrefWidth(140);
        what.setMaxWidth(300);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setOnAction(event -> {
            if (!filling && what.getValue() != null) {
                model.show(what.getValue());
            }
        });
        return Nodes.row("page-head", title, Nodes.spacer(), databases, what,
                Nodes.iconButton("app.matrix.setup", Feather.SLIDERS, model::setUp), exportMenu());
    }

    private void fillDatabases() {
        databases.getItems().clear();
        for (Path database : model.databases()) {
            MenuItem item = new MenuItem(database.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.open(database));
            databases.getItems().add(item);
        }
        if (!databases.getItems().isEmpty()) {
            databases.getItems().add(new SeparatorMenuItem());
        }
        MenuItem open = new MenuItem(Text.of("app.matrix.open"));
        open.setOnAction(event -> model.choose());
        databases.getItems().add(open);
    }

    private MenuButton exportMenu() {
        MenuButton menu = new MenuButton(Text.of("app.matrix.export"), Nodes.icon(Feather.SHARE));
        menu.setAccessibleText(Text.spoken(Text.of("app.matrix.export")));
        menu.setMnemonicParsing(true);
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setId("matrix-export");
        for (MatrixFiles.Form form : MatrixFiles.Form.values()) {
            MenuItem item = new MenuItem(Text.of("app.matrix.export.form", form == MatrixFiles.Form.MARKDOWN ? "Markdown" : form.name().toUpperCase(Locale.ROOT)));
            item.setId("matrix-export-" + form.ending());
            item.setOnAction(event -> model.export(form));
            menu.getItems().add(item);
        }
        MenuItem copy = new MenuItem(Text.of("app.matrix.copy"));
        copy.setId("matrix-copy");
        copy.setOnAction(event -> model.copy());
        menu.getItems().addAll(new SeparatorMenuItem(), copy);
        return menu;
    }
}
