package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.godwit.analysis.trace.Trace;
import org.godwit.app.place.ServerKind;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.duck.Leases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the form of a real server to a checked database, and from its cells back to the rows of the server. */
final class LiveServerPathTest {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE parts (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, weight DECIMAL(10,3))",
            "INSERT INTO parts VALUES (1, 'bolt', 1.500), (2, 'größe', 0.250), (3, 'nut', NULL)",
            "CREATE TABLE stock (part INTEGER PRIMARY KEY REFERENCES parts (id), pieces INTEGER)",
            "INSERT INTO stock VALUES (1, 12), (3, 7)");

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
    void leadsFromPostgresToACheckedDatabaseAndBackToTheRow() throws InterruptedException, ExecutionException {
        PostgresServer server = PostgresServer.shared();
        String database = server.newDatabase();
        server.run(database, TABLES.toArray(String[]::new));
        fields.fill(ServerKind.POSTGRESQL, server.port(), database, "postgres", "none");
        goTheWay();
    }

    @Test
    void leadsFromMariaDbToACheckedDatabaseAndBackToTheRow() throws InterruptedException, ExecutionException {
        MariaServer server = MariaServer.get();
        String database = server.newDatabase();
        server.run(database, TABLES.toArray(String[]::new));
        fields.fill(ServerKind.MARIADB, server.port(), database, MariaServer.USER, MariaServer.PASSWORD);
        goTheWay();
    }

    private void goTheWay() throws InterruptedException, ExecutionException {
        Fx.run(() -> at("#source-test", Button.class).fire());
        Fx.until("tested", () -> Opened.texts(shown.scene()).stream().anyMatch(text -> text.contains("can be reached") || text.contains("Connected")));
        Fx.run(() -> at("#read-server", Button.class).fire());
        Fx.until("read", () -> shown.scene().lookup("#target") != null && !at("#next", Button.class).isDisabled());
        assertThat(shown.texts()).contains("5", "rows", "tables").doesNotContain("documents");
        Path target = folder.resolve("out.duckdb");
        Fx.run(() -> at("#target", TextField.class).setText(target.toString()));
        Fx.until("target", () -> !at("#next", Button.class).isDisabled());
        Fx.run(() -> at("#next", Button.class).fire());
        assertThat(shown.texts()).contains("Each table is a dataset.");
        Fx.until("data", () -> !at("#next", Button.class).isDisabled());
        Fx.run(() -> at("#next", Button.class).fire());
        Fx.until("mapping", () -> !at("#next", Button.class).isDisabled());
        Fx.run(() -> at("#next", Button.class).fire());
        Fx.until("review", () -> at("#migrate", Button.class) != null && !at("#migrate", Button.class).isDisabled());
        assertThat(Fx.get(() -> at("#migrate", Button.class).getText())).isEqualTo("Mi_grate 5 rows into 2 tables");
        Fx.run(() -> at("#migrate", Button.class).fire());
        Fx.until("result", () -> shown.window.migrate().step().equals("result"));
        assertThat(shown.texts()).contains("5 of 5", "Balanced", "rows rebuilt from the database");

        TracePath path = new TracePath(shown);
        path.ask(target, "parts", "name", 1);
        assertThat(path.trace().source().state()).isEqualTo(Trace.State.NOW);
        assertThat(path.place()).isEqualTo("row 2 of the table parts");
        assertThat(path.marked()).isEqualTo("\"größe\"");
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Opened.find(shown.scene(), selector, kind);
    }
}
