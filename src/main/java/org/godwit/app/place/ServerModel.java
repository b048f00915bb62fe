package org.godwit.app.place;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.connector.spi.KeyStore;
import org.godwit.engine.Workbench;
import org.godwit.model.Connection;
import org.godwit.model.SecretPlace;
import org.godwit.model.TableInfo;
import org.godwit.task.Outcome;

/**
 * The fields by which a database on a server is reached, what is wrong with them, and whether they work. The password
 * stays here and in {@link EnteredPasswords}; a connection only says where it is. Only for the FX thread.
 */
public final class ServerModel {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*]?");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final int LAST_PORT = 65_535;

    /** Where the password is. */
    public enum PasswordFrom {
        /** It is entered here, for as long as this window is open. */
        ENTERED,
        VARIABLE,
        FILE,
        KEY_STORE
    }

    private final Workbench workbench;
    private final Kit kit;
    private final EnteredPasswords passwords;
    private final ObjectProperty<ServerKind> kind = new SimpleObjectProperty<>(ServerKind.POSTGRESQL);
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty database = new SimpleStringProperty("");
    private final StringProperty schema = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final ObjectProperty<PasswordFrom> from = new SimpleObjectProperty<>(PasswordFrom.ENTERED);
    private final StringProperty reference = new SimpleStringProperty("");
    private final ObjectProperty<Connection.Tls> tls = new SimpleObjectProperty<>(Connection.Tls.VERIFY_FULL);
    private final StringProperty certificate = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<TestState> test = new ReadOnlyObjectWrapper<>(new TestState.Untested());
    private Map<String, String> properties = Map.of();
    private final ObservableList<NamedPlace> places = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<NamedPlace>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper placeWords = new ReadOnlyStringWrapper("");
    private boolean filling;
    private char[] password = new char[0];
    private long request;

    public ServerModel(Workbench workbench, Kit kit, EnteredPasswords passwords) {
        this.workbench = workbench;
        this.kit = kit;
        this.passwords = passwords;
        List<Property<?>> fields = List.of(kind, host, port, database, schema, user, from, reference, tls, certificate);
        fields.forEach(field -> field.addListener((Observable changed) -> {
            if (!filling) {
                choose(Optional.empty());
            }
            changed();
        }));
        changed();
    }

    /** Looks in the background for servers that the profiles of a folder have names for. */
    public void look(Path folder) {
        kit.tasks().ask(Text.of("app.server.place.looking"), context -> NamedPlace.in(folder)).then(outcome -> {
            switch (outcome) {
                case Outcome.Succeeded<List<NamedPlace>>(List<NamedPlace> found) -> places.setAll(found);
                case Outcome.Failed<List<NamedPlace>>(var error) -> placeWords.set(kit.trouble(error, "").message());
                case Outcome.Cancelled<List<NamedPlace>>() -> places.clear();
            }
        });
    }

    /** Servers that have a name; empty until some were found. */
    public ObservableList<NamedPlace> places() {
        return places;
    }

    /** The named place that the fields are those of; empty after a field was changed. */
    public ReadOnlyObjectProperty<Optional<NamedPlace>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What the choice of a place means, or why there is none to choose; may be empty. */
    public ReadOnlyStringProperty placeWordsProperty() {
        return placeWords.getReadOnlyProperty();
    }

    /** Fills the fields with those of a named place; without one they stay, and are nobody's. */
    public void choose(Optional<NamedPlace> named) {
        if (named.equals(place.get())) {
            return;
        }
        named.ifPresent(chosen -> {
            filling = true;
            take(chosen.connection());
            filling = false;
        });
        place.set(named);
        placeWords.set(named.map(chosen -> Text.of("app.server.place.text", chosen.name(), chosen.profile())).orElse(""));
    }

    public ObjectProperty<ServerKind> kindProperty() {
        return kind;
    }

    public StringProperty hostProperty() {
        return host;
    }

    /** Empty for the usual one. */
    public StringProperty portProperty() {
        return port;
    }

    public StringProperty databaseProperty() {
        return database;
    }

    /** Empty for the server's usual one; not asked for where there are none. */
    public StringProperty schemaProperty() {
        return schema;
    }

    public StringProperty userProperty() {
        return user;
    }

    public ObjectProperty<PasswordFrom> fromProperty() {
        return from;
    }

    /** The name of the variable, or the file, that holds the password. */
    public StringProperty referenceProperty() {
        return reference;
    }

    public ObjectProperty<Connection.Tls> tlsProperty() {
        return tls;
    }

    /** The SHA-256 of the certificate in hexadecimal digits, with or without colons. */
    public StringProperty certificateProperty() {
        return certificate;
    }

    /** What became of the wish to keep the password in the key store, in words; empty before it. */
    public ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** What is missing or wrong, in words; empty if nothing is. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TestState> testProperty() {
        return test.getReadOnlyProperty();
    }

    /** Takes what was typed; it is copied. */
    public void type(CharSequence typed) {
        Arrays.fill(password, '\0');
        password = new char[typed.length()];
        for (int i = 0; i < password.length; i++) {
            password[i] = typed.charAt(i);
        }
        changed();
    }

    /** Fills the fields with those of a connection. */
    public void take(Connection connection) {
        ServerKind.of(connection.type()).ifPresent(kind::set);
        host.set(connection.host());
        port.set(connection.port() == 0 ? "" : String.valueOf(connection.port()));
        database.set(connection.database());
        schema.set(connection.schema());
        user.set(connection.user());
        Optional<SecretPlace> place = SecretPlace.of(connection.password());
        from.set(place.map(ServerModel::from).orElse(PasswordFrom.ENTERED));
        reference.set(place.map(SecretPlace::name).orElse(""));
        tls.set(connection.tls());
        String pinned = connection.certificate();
        certificate.set(pinned == null ? "" : pinned);
        properties = connection.properties();
    }

    private static PasswordFrom from(SecretPlace place) {
        return switch (place.kind()) {
            case ENV -> PasswordFrom.VARIABLE;
            case FILE -> PasswordFrom.FILE;
            case KEYCHAIN -> PasswordFrom.KEY_STORE;
        };
    }

    /** Returns the connection, and remembers its password for this window; only if nothing is wrong with the fields. */
    public Connection connection() {
        Connection connection = new Connection(
                kind.get().type(),
                host.get().strip(),
                port.get().isBlank() ? 0 : Integer.parseInt(port.get().strip()),
                database.get().strip(),
                kind.get().hasSchemas() ? schema.get().strip() : "",
                user.get().strip(),
                switch (from.get()) {
                    case ENTERED -> "";
                    case VARIABLE -> place(SecretPlace.Kind.ENV);
                    case FILE -> place(SecretPlace.Kind.FILE);
                    case KEY_STORE -> place(SecretPlace.Kind.KEYCHAIN);
                },
                tls.get(),
                tls.get() == Connection.Tls.PINNED ? fingerprint() : null,
                properties);
        if (from.get() == PasswordFrom.ENTERED && (password.length > 0 || passwords.ask(connection) == null)) {
            passwords.enter(connection, password);
        }
        return connection;
    }

    private String place(SecretPlace.Kind kind) {
        return new SecretPlace(kind, reference.get().strip()).text();
    }

    private String fingerprint() {
        return certificate.get().replace(":", "").replace(" ", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Puts what was typed into the key store under the name of the reference, in the background. */
    public void keep() {
        String name = reference.get().strip();
        KeyStore keyStore = passwords.keyStore().orElse(null);
        if (name.isEmpty() || name.contains("}") || password.length == 0 || keyStore == null) {
            kept.set(Text.of(keyStore == null ? "app.server.keep.none" : "app.server.keep.nothing"));
            return;
        }
        char[] copy = password.clone();
        kept.set(Text.of("app.server.keep.now"));
        kit.tasks()
                .ask(Text.of("app.server.keep.now"), context -> {
                    try {
                        keyStore.put(name, copy);
                        return name;
                    } finally {
                        Arrays.fill(copy, '\0');
                    }
                })
                .then(outcome -> kept.set(switch (outcome) {
                    case Outcome.Succeeded<String>(String done) -> Text.of("app.server.keep.done", done);
                    case Outcome.Failed<String>(var error) -> kit.trouble(error, "").message();
                    case Outcome.Cancelled<String>() -> "";
                }));
    }

    private void changed() {
        request++;
        fault.set(fault());
        if (test.get() instanceof TestState.Testing(var job)) {
            job.cancel();
        }
        test.set(new TestState.Untested());
    }

    private String fault() {
        if (!HOST.matcher(host.get().strip()).matches()) {
            return Text.of(host.get().isBlank() ? "app.server.fault.host" : "app.server.fault.host.form");
        }
        if (!isPort(port.get().strip())) {
            return Text.of("app.server.fault.port");
        }
        if (database.get().isBlank()) {
            return Text.of("app.server.fault.database");
        }
        if (from.get() != PasswordFrom.ENTERED && (reference.get().isBlank() || reference.get().contains("}"))) {
            return switch (from.get()) {
                case ENTERED, VARIABLE -> Text.of("app.server.fault.variable");
                case FILE -> Text.of("app.server.fault.file");
                case KEY_STORE -> Text.of("app.server.fault.entry");
            };
        }
        return switch (tls.get()) {
            case VERIFY_FULL -> "";
            case PINNED -> FINGERPRINT.matcher(fingerprint()).matches() ? "" : Text.of("app.server.fault.certificate");
            case OFF -> isLocal() ? "" : Text.of("app.server.fault.tls");
        };
    }

    private static boolean isPort(String text) {
        if (text.isEmpty()) {
            return true;
        }
        boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LAST_PORT;
    }

    private boolean isLocal() {
        return new Connection("", host.get().strip(), 0, "", "", "", "", Connection.Tls.OFF, null, Map.of()).isLocal();
    }

    /** Tries the fields out in the background. Does nothing while something is wrong with them. */
    public void test() {
        if (!fault.get().isEmpty()) {
            return;
        }
        request++;
        long mine = request;
        Connection connection = connection();
        String address = connection.address();
        var job = kit.tasks().ask(Text.of("app.server.testing", connection.text()), context -> workbench.tables(address, context));
        test.set(new TestState.Testing(job));
        job.then(outcome -> {
            if (mine == request) {
                test.set(tested(outcome));
            }
        });
    }

    private TestState tested(Outcome<List<TableInfo>> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<List<TableInfo>>(List<TableInfo> tables) -> new TestState.Connected(words(tables));
            case Outcome.Failed<List<TableInfo>>(var error) -> new TestState.Failed(kit.trouble(error, ""));
            case Outcome.Cancelled<List<TableInfo>>() -> new TestState.Untested();
        };
    }

    /** How much is there: servers only estimate the rows of large tables. */
    private static String words(List<TableInfo> tables) {
        if (tables.isEmpty()) {
            return Text.of("app.server.connected.empty");
        }
        long rows = tables.stream().mapToLong(table -> Math.max(0, table.rows())).sum();
        boolean all = tables.stream().allMatch(table -> table.rows() >= 0);
        String figure = rows < 1_000_000 ? Text.of("app.server.rows", rows) : Text.of("app.server.rows.millions", rows / 1e6);
        return all ? Text.of("app.server.connected", tables.size(), figure) : Text.of("app.server.connected.some", tables.size());
    }
}
