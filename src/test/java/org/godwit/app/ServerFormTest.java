package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.godwit.app.place.ServerKind;
import org.godwit.app.shell.Appearance;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Ink;
import org.godwit.app.testing.Names;
import org.godwit.app.testing.Opened;
import org.godwit.duck.Leases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a server in the real window, over the real engine. */
final class ServerFormTest {
    private final Leases leases = new Leases();

    @TempDir
    private Path folder;

    private TestWindow shown;
    private ServerFields fields;

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        shown = new TestWindow(folder, _ -> RealServices.in(folder, leases));
        fields = new ServerFields(shown);
        fields.open();
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
        leases.close();
    }

    @Test
    void saysInWordsThatNobodyListens() throws IOException, InterruptedException, ExecutionException {
        fill(closedPort());
        Fx.run(() -> at("#source-test", Button.class).fire());
        Fx.until("refused", () -> Opened.texts(shown.scene()).contains("The server cannot be reached"));

        List<String> texts = shown.texts();
        assertThat(texts).anyMatch(text -> text.contains("127.0.0.1") && text.contains("cannot be reached"));
        assertThat(texts).contains("Check host and port, and whether the server is running and open to this machine.", "GW-1311");
        assertThat(String.join("\n", texts)).doesNotContain("hunter2");
    }

    @Test
    void letsTheFieldsBeChangedAfterReadingFailed() throws IOException, InterruptedException, ExecutionException {
        int port = closedPort();
        fill(port);
        Fx.run(() -> at("#read-server", Button.class).fire());
        Fx.until("failed", () -> at("#change-server", Button.class) != null);
        Fx.run(() -> at("#change-server", Button.class).fire());
        assertThat(Fx.get(() -> at("#source-port", TextField.class).getText())).isEqualTo(String.valueOf(port));
        assertThat(Fx.get(() -> at("#source-database", TextField.class).getText())).isEqualTo("results");
    }

    @Test
    void canBeReadAndNamedAndReachedByTheKeys() throws InterruptedException, ExecutionException {
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            Fx.run(() -> shown.window.theme().appearanceProperty().set(appearance));
            Thread.sleep(400);
            assertThat(Fx.get(() -> Ink.faint(shown.scene()))).as("faint in %s", appearance).isEmpty();
        }
        assertThat(Fx.get(() -> Names.missing(shown.scene().getRoot()))).isEmpty();

        Set<String> reached = new LinkedHashSet<>();
        Fx.run(() -> at("#source-kind", ComboBox.class).requestFocus());
        for (int i = 0; i < 40; i++) {
            reached.add(String.valueOf(Fx.get(() -> shown.scene().getFocusOwner().getId())));
            shown.press("Tab");
        }
        assertThat(reached).contains(
                "source-kind", "source-host", "source-port", "source-database", "source-schema", "source-user", "source-from", "source-password", "source-tls");
    }

    private void fill(int port) throws InterruptedException, ExecutionException {
        fields.fill(ServerKind.POSTGRESQL, port, "results", "ada", "hunter2");
    }

    /** A port that was free a moment ago. */
    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Opened.find(shown.scene(), selector, kind);
    }
}
