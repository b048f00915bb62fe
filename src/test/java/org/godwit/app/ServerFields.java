package org.godwit.app;

import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.godwit.app.place.ServerKind;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.godwit.model.Connection;

/** The fields of a server that is a source, as somebody fills them in. */
final class ServerFields {
    private final TestWindow shown;

    ServerFields(TestWindow shown) {
        this.shown = shown;
    }

    void open() throws InterruptedException, ExecutionException {
        shown.go("migrate");
        Fx.run(() -> at("#connect", Button.class).fire());
    }

    /** Fills them in for a server on this machine, without protection. */
    void fill(ServerKind kind, int port, String database, String user, String password) throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            select("#source-kind", List.of(ServerKind.values()).indexOf(kind));
            at("#source-host", TextField.class).setText("127.0.0.1");
            at("#source-port", TextField.class).setText(String.valueOf(port));
            at("#source-database", TextField.class).setText(database);
            at("#source-user", TextField.class).setText(user);
            at("#source-password", TextField.class).setText(password);
            select("#source-tls", List.of(Connection.Tls.values()).indexOf(Connection.Tls.OFF));
        });
    }

    private void select(String selector, int item) {
        at(selector, ComboBox.class).getSelectionModel().select(item);
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Opened.find(shown.scene(), selector, kind);
    }
}
