package org.godwit.app.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.connector.table.Locations;
import org.godwit.model.Connection;
import org.godwit.task.TaskService;
import org.godwit.testing.MemoryKeyStore;
import org.junit.jupiter.api.Test;

/** The fields of a server without a stage: background work happens at once. */
final class ServerModelTest {
    private final EnteredPasswords passwords = new EnteredPasswords();
    private final FxTasks tasks = new FxTasks(new TaskService(Runnable::run), Runnable::run);
    private final ServerModel model = new ServerModel(new FakeWorkbench(), new Kit(tasks, new FakeDesk()), passwords);

    private void fill() {
        model.hostProperty().set("db.example.org");
        model.databaseProperty().set("results");
        model.userProperty().set("ada");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(model.faultProperty().get()).isEqualTo("Name the host.");
        model.hostProperty().set("not a host");
        assertThat(model.faultProperty().get()).isEqualTo("This cannot be the name of a host.");
        model.hostProperty().set("db.example.org");
        assertThat(model.faultProperty().get()).isEqualTo("Name the database.");
        model.databaseProperty().set("results");
        assertThat(model.faultProperty().get()).isEmpty();
        model.portProperty().set("70000");
        assertThat(model.faultProperty().get()).isEqualTo("A port is a number from 1 to 65535.");
    }

    @Test
    void leavesEncryptionOutOnThisMachineOnly() {
        fill();
        model.tlsProperty().set(Connection.Tls.OFF);
        assertThat(model.faultProperty().get()).isEqualTo("Without encryption only a server on this machine can be used.");
        model.hostProperty().set("localhost");
        assertThat(model.faultProperty().get()).isEmpty();
    }

    @Test
    void takesFingerprintsWithColons() {
        fill();
        model.tlsProperty().set(Connection.Tls.PINNED);
        assertThat(model.faultProperty().get()).isEqualTo("The fingerprint has 64 hexadecimal digits.");
        model.certificateProperty().set("AB:".repeat(31) + "AB");
        assertThat(model.connection().certificate()).isEqualTo("ab".repeat(32));
    }

    @Test
    void keepsThePasswordOutOfTheConnection() {
        fill();
        model.type("s3cret/word");
        Connection connection = model.connection();

        assertThat(connection.toString() + connection.address() + connection.text()).doesNotContain("s3cret");
        assertThat(passwords.ask(connection)).containsExactly("s3cret/word".toCharArray());
        passwords.forget();
        assertThat(passwords.ask(connection)).isNull();
    }

    @Test
    void doesNotForgetAPasswordThatAnotherFormEntered() {
        fill();
        model.type("first");
        Connection connection = model.connection();
        ServerModel second = new ServerModel(new FakeWorkbench(), new Kit(tasks, new FakeDesk()), passwords);
        second.take(connection);
        assertThat(second.connection()).isEqualTo(connection);
        assertThat(passwords.ask(connection)).containsExactly("first".toCharArray());
    }

    @Test
    void putsAPasswordIntoTheKeyStoreOnlyWhenToldTo() {
        MemoryKeyStore store = new MemoryKeyStore();
        ServerModel kept = new ServerModel(new FakeWorkbench(), new Kit(tasks, new FakeDesk()), new EnteredPasswords(Optional.of(store)));
        kept.hostProperty().set("db.example.org");
        kept.databaseProperty().set("results");
        kept.fromProperty().set(ServerModel.PasswordFrom.KEY_STORE);
        assertThat(kept.faultProperty().get()).isEqualTo("Name the entry of the key store.");
        kept.keep();
        assertThat(kept.keptProperty().get()).isEqualTo("Name the entry and enter the password.");
        kept.referenceProperty().set("results-db");
        kept.type("s3cret");
        assertThat(kept.connection().password()).isEqualTo("${keychain:results-db}");
        assertThat(store.get("results-db")).isNull();
        kept.keep();
        assertThat(kept.keptProperty().get()).isEqualTo("The key store has it as results-db.");
        assertThat(store.get("results-db")).isEqualTo("s3cret".toCharArray());
        ServerModel other = new ServerModel(new FakeWorkbench(), new Kit(tasks, new FakeDesk()), passwords);
        other.take(kept.connection());
        assertThat(other.connection()).isEqualTo(kept.connection());
        other.type("x");
        other.keep();
        assertThat(other.keptProperty().get()).isEqualTo("There is no key store.");
    }

    @Test
    void givesAnAddressThatReadsBackAsTheSameConnection() {
        fill();
        model.schemaProperty().set("a&b=c d+e");
        model.userProperty().set("a:d@a%");
        model.fromProperty().set(ServerModel.PasswordFrom.FILE);
        model.referenceProperty().set("/run/secrets/my file&more");
        model.portProperty().set("5433");
        Connection connection = model.connection();
        assertThat(Locations.server(connection.address())).isEqualTo(connection);
    }

    @Test
    void forgetsATestWhenAFieldChanges() {
        fill();
        model.test();
        assertThat(model.testProperty().get()).isEqualTo(new TestState.Connected("Connected. There are no tables yet."));
        model.portProperty().set("5433");
        assertThat(model.testProperty().get()).isEqualTo(new TestState.Untested());
    }
}
