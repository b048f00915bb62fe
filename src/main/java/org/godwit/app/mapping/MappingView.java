package org.godwit.app.mapping;

import atlantafx.base.theme.Styles;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.ddl.Ddl;
import org.kordamp.ikonli.feather.Feather;

/** The mapping page: the source at the left, the target at the right, what is selected beside it, rows below. */
public final class MappingView extends BorderPane {
    private final MappingModel model;
    private final TextArea ddl = new TextArea();
    private final Commands commands;

    public MappingView(MappingModel model, Desk desk) {
        this.model = model;
        getStyleClass().add("mapping");
        commands = model.commands();
        SourcePane source = new SourcePane(model, commands);
        TargetPane target = new TargetPane(model, commands);
        Inspector inspector = new Inspector(model, source);
        model.detailsProperty().addListener(_ -> inspector.focusName());
        LinksPane links = new LinksPane(model, source, target);
        HBox sides = new HBox(source, links, target);
        HBox.setHgrow(source, Priority.ALWAYS);
        HBox.setHgrow(target, Priority.ALWAYS);
        SplitPane upper = new SplitPane(sides, inspector);
        SplitPane.setResizableWithParent(inspector, false);
        upper.setDividerPositions(0.74);
        SplitPane page = new SplitPane(upper, new PreviewPane(model, desk));
        page.setOrientation(Orientation.VERTICAL);
        page.setDividerPositions(0.68);
        PlanTextPane text = new PlanTextPane(model, model.tasks());
        setCenter(tabs(page, text));
        setTop(head());
        addEventFilter(KeyEvent.KEY_PRESSED, commands::onPage);
    }

    private VBox head() {
        Button undo = Nodes.iconButton("app.mapping.do.undo", Feather.CORNER_UP_LEFT, model::undo);
        Button redo = Nodes.iconButton("app.mapping.do.redo", Feather.CORNER_UP_RIGHT, model::redo);
        undo.setId("undo");
        redo.setId("redo");
        model.undoWordsProperty().subscribe(words -> name(undo, "app.mapping.undo.what", "app.mapping.do.undo", words));
        model.redoWordsProperty().subscribe(words -> name(redo, "app.mapping.redo.what", "app.mapping.do.redo", words));
        MenuButton menu = new MenuButton(Text.of("app.mapping.menu"), Nodes.icon(Feather.EDIT_3), new MenuItem());
        menu.setId("mapping-menu");
        menu.setMnemonicParsing(true);
        menu.setAccessibleText(Text.spoken(Text.of("app.mapping.menu")));
        menu.getStyleClass().add(Styles.SMALL);
        menu.setPopupSide(Side.BOTTOM);
        menu.setOnShowing(_ -> commands.fill(menu.getItems()));
        CoverageBar coverage = new CoverageBar(model);
        HBox.setHgrow(coverage, Priority.ALWAYS);
        Label notice = Nodes.wrapped("", "notice");
        notice.setId("mapping-notice");
        model.noticeProperty().subscribe(words -> {
            notice.setText(words);
            Nodes.show(notice, !words.isEmpty());
        });
        return Nodes.column("mapping-head", Nodes.row("mapping-bar", coverage, undo, redo, menu), notice);
    }

    private static void name(Button button, String whatKey, String key, String words) {
        String name = words.isEmpty() ? Text.of(key) : Text.of(whatKey, words);
        button.setDisable(words.isEmpty());
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }

    private TabPane tabs(Node page, PlanTextPane text) {
        ddl.setId("ddl");
        ddl.setEditable(false);
        ddl.setAccessibleText(Text.of("app.mapping.ddl"));
        ddl.getStyleClass().add("code");
        Tab mapping = new Tab(Text.of("app.mapping.tab"), page);
        Tab plan = new Tab(Text.of("app.mapping.text"), text);
        Tab statements = new Tab(Text.of("app.mapping.ddl"), Nodes.column("plan-text", Nodes.label(Text.of("app.mapping.ddl.help"), "muted"), ddl));
        VBox.setVgrow(ddl, Priority.ALWAYS);
        TabPane tabs = new TabPane(mapping, plan, statements);
        tabs.setId("mapping-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(Text.of("app.mapping.tabs"));
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (tab.equals(plan)) {
                text.refresh();
            } else if (tab.equals(statements)) {
                ddl.setText(Ddl.of(model.planProperty().get()));
            }
        });
        model.planProperty().subscribe(now -> {
            if (statements.isSelected()) {
                ddl.setText(Ddl.of(now));
            }
        });
        return tabs;
    }
}
