package org.godwit.app.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Ledger;
import org.godwit.model.RunResult;
import org.godwit.model.VerificationResult;
import org.kordamp.ikonli.feather.Feather;

/** The screen of one result. */
public final class ResultView extends VBox {
    private static final double LEAST_OF_TABS = 300;

    private final ResultModel model;
    private final Desk desk;

    /**
     * @param ways buttons that lead on from here, shown beside the headline
     */
    public ResultView(ResultModel model, Desk desk, Node... ways) {
        this(model, desk, List.of(), ways);
    }

    /**
     * @param more tabs after those of the result
     * @param ways buttons that lead on from here, shown beside the headline
     */
    public ResultView(ResultModel model, Desk desk, List<Tab> more, Node... ways) {
        this.model = model;
        this.desk = desk;
        getStyleClass().addAll("result");
        Label notice = Nodes.label("", "notice");
        notice.textProperty().bind(model.noticeProperty());
        model.noticeProperty().subscribe(text -> Nodes.show(notice, !text.isEmpty()));
        TabPane tabs = tabs();
        tabs.setMinHeight(LEAST_OF_TABS);
        tabs.getTabs().addAll(more);
        setVgrow(tabs, Priority.ALWAYS);
        Label elsewhere = Nodes.wrapped(Text.of("app.result.elsewhere"), "muted");
        Nodes.show(elsewhere, model.isElsewhere());
        getChildren().addAll(header(ways), actions(), elsewhere, notice, cards(), tabs);
    }

    private HBox header(Node[] ways) {
        Headline headline = model.headline();
        StackPane badge = new StackPane(Nodes.icon(icon(headline.mood())));
        badge.getStyleClass().addAll("badge", style(headline.mood()));
        VBox words = Nodes.column(
                "headline", Nodes.wrapped(headline.title(), Styles.TITLE_3), Nodes.wrapped(headline.text(), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        return Nodes.row("page-head", badge, words, Nodes.row("actions", ways));
    }

    /** What can be done with the result: first what leads on, then what is kept of it. */
    private FlowPane actions() {
        FlowPane actions = Nodes.flow("result-actions");
        model.explore().ifPresent(way -> actions.getChildren().add(Nodes.button("app.result.explore", Feather.SEARCH, way, Styles.ACCENT)));
        model.compatibility().ifPresent(way -> actions.getChildren().add(Nodes.button("app.result.compatibility", Feather.GRID, way)));
        model.copy().ifPresent(way -> {
            Button copy = Nodes.button("app.result.migrate", Feather.SHUFFLE, way, Styles.ACCENT);
            copy.setId("copy-to-duckdb");
            actions.getChildren().add(copy);
        });
        actions.getChildren()
                .addAll(
                        Nodes.button("app.result.save", Feather.SAVE, model::savePlan),
                        Nodes.button("app.result.copy", Feather.TERMINAL, model::copyCommand));
        if (model.hasFolder()) {
            actions.getChildren().add(Nodes.button("app.result.open", Feather.FOLDER, model::openFolder));
        }
        return actions;
    }

    private static Feather icon(Headline.Mood mood) {
        return switch (mood) {
            case GOOD -> Feather.CHECK;
            case NOTICE -> Feather.ALERT_TRIANGLE;
            case BAD -> Feather.X;
        };
    }

    private static String style(Headline.Mood mood) {
        return switch (mood) {
            case GOOD -> "good";
            case NOTICE -> "careful";
            case BAD -> "bad";
        };
    }

    private HBox cards() {
        VBox ledger = ledgerCard();
        HBox.setHgrow(ledger, Priority.ALWAYS);
        HBox cards = Nodes.row("cards", ledger, verificationCard());
        Nodes.show(cards, model.result().ledger().total().read() > 0 || model.result().verification().performed());
        return cards;
    }

    private VBox ledgerCard() {
        Ledger.Counts total = model.result().ledger().total();
        Label read = Nodes.label(Text.of("app.ledger.read", total.read()), "muted");
        Label balance = Nodes.label(
                Text.of(model.result().ledger().balanced() ? "app.ledger.balanced" : "app.ledger.unbalanced"),
                "chip",
                model.result().ledger().balanced() ? "good" : "bad");
        return Nodes.column(
                "card-box",
                Nodes.flow("card-head", Nodes.label(Text.of("app.ledger.title"), "card-title"), read, balance),
                new LedgerBar(model.ledger()),
                new LedgerLegend(model.ledger()));
    }

    private VBox verificationCard() {
        VerificationResult checked = model.result().verification();
        VBox card = Nodes.column("card-box", Nodes.flow("card-head", Nodes.label(Text.of("app.verify.title"), "card-title")));
        card.getStyleClass().add("verification");
        if (!checked.performed()) {
            card.getChildren().add(Nodes.wrapped(Text.of("app.verify.none"), "muted"));
            return card;
        }
        Label big = Nodes.label(Text.of("app.verify.rebuilt", checked.rebuilt(), checked.documents()), "figure");
        Label words = Nodes.wrapped(
                checked.passed()
                        ? Text.of("app.verify.passed", checked.cells(), Figures.duration(checked.seconds()))
                        : Text.of("app.verify.failed", checked.differences().size()),
                "muted");
        card.getChildren()
                .addAll(
                        Nodes.row(
                                "line",
                                Nodes.icon(checked.passed() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, checked.passed() ? "success" : "danger"),
                                big),
                        Nodes.wrapped(model.units().text("app.verify.of", "app.verify.of.rows")),
                        words);
        return card;
    }

    private TabPane tabs() {
        RunResult result = model.result();
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(Text.of("app.result.parts"));
        if (!result.verification().differences().isEmpty()) {
            tabs.getTabs().add(tab("app.differences.tab", result.verification().differences().size(), ChecksPane.differences(result.verification().differences())));
        }
        if (model.hasTarget()) {
            tabs.getTabs().add(tab("app.result.tables.tab", result.tables().size(), new TablesPane(model)));
        }
        if (result.rejectCount() > 0) {
            tabs.getTabs().add(tab("app.rejects.tab", result.rejectCount(), new RejectsPane(result.rejects(), model.excerpts(), desk)));
        }
        if (!result.findings().isEmpty()) {
            tabs.getTabs().add(tab("app.findings.tab", result.findings().size(), ChecksPane.findings(result.findings())));
        }
        return tabs;
    }

    private static Tab tab(String key, long count, Node content) {
        return new Tab(Text.of(key, count), content);
    }
}
