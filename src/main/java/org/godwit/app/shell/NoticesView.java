package org.godwit.app.shell;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Notice;
import org.godwit.app.fx.Notices;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The notices that nobody read yet, each with the way to what it is about. Escape leaves. */
final class NoticesView extends VBox {
    private static final double MOST_HEIGHT = 480;

    private final Notices notices;
    private final Runnable leave;
    private final VBox list = Nodes.column("notice-list");
    private final Button all;

    NoticesView(Notices notices, Runnable leave) {
        this.notices = notices;
        this.leave = leave;
        this.all = Nodes.button("app.notice.all", Feather.CHECK, this::readAll, Styles.FLAT);
        getStyleClass().add("notices");
        setMaxHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(Bindings.min(MOST_HEIGHT, list.heightProperty()));
        scroll.setFocusTraversable(false);
        Button close = Nodes.iconButton("app.notice.close", Feather.X, leave, "small-icon");
        getChildren()
                .addAll(Nodes.row("line", Nodes.label(Text.of("app.notice.title"), "section-title"), Nodes.spacer(), all, close), scroll);
        notices.unread().addListener((ListChangeListener<Notice>) change -> fill());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave.run();
            }
        });
        fill();
    }

    /** Takes the focus. */
    void open() {
        Node first = list.lookup(".button");
        (first == null ? lookup(".button") : first).requestFocus();
    }

    private void readAll() {
        notices.readAll();
        leave.run();
    }

    private void fill() {
        list.getChildren().setAll(notices.unread().stream().map(this::row).toList());
        if (notices.unread().isEmpty()) {
            list.getChildren().add(Nodes.wrapped(Text.of("app.notice.none"), "muted"));
        }
        all.setDisable(notices.unread().isEmpty());
    }

    private HBox row(Notice notice) {
        VBox words = Nodes.column("notice-words", Nodes.wrapped(notice.title(), "figure-small"));
        if (!notice.text().isEmpty()) {
            words.getChildren().add(Nodes.wrapped(notice.text(), "small-text"));
        }
        words.getChildren().add(Nodes.label(Figures.moment(notice.millis()), "muted", "small-text"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button show = Nodes.button("app.notice.show", Feather.ARROW_RIGHT, () -> {
            leave.run();
            notices.read(notice);
            notice.show().run();
        }, "small");
        show.setAccessibleText(Text.of("app.notice.show.named", notice.title()));
        Button read = Nodes.iconButton("app.notice.read", Feather.CHECK, () -> notices.read(notice), "small-icon");
        read.setAccessibleText(Text.of("app.notice.read.named", notice.title()));
        return Nodes.row("notice-row", icon(notice.kind()), words, show, read);
    }

    private static Node icon(Notice.Kind kind) {
        return switch (kind) {
            case DONE -> Nodes.icon(Feather.CHECK_CIRCLE, "success");
            case FAILED -> Nodes.icon(Feather.ALERT_OCTAGON, "danger");
            case CANCELLED -> Nodes.icon(Feather.SLASH, "warning");
        };
    }
}
