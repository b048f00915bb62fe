package org.godwit.connector.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.mariadb.jdbc.Configuration;

/**
 * Which properties of the driver people may set, and to what. Everything else is refused: many properties load classes,
 * read files or run SQL (credentialType, socketFactory, initSql, keyStore, ...), or undo what {@link Link} sets.
 */
final class DriverOptions {
    private static final Pattern MILLIS = Pattern.compile("[1-9][0-9]{2,6}");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_.,-]{1,400}");
    private static final Predicate<String> SWITCH = Set.of("true", "false")::contains;

    /** A property: which values it may have, and how the driver takes it. */
    private record Option(Predicate<String> allowed, String form, BiConsumer<Configuration.Builder, String> setter) {}

    private static final Map<String, Option> OPTIONS = Map.of(
            "connectTimeout", new Option(MILLIS.asMatchPredicate(), "milliseconds, 100 to 9999999", (b, v) -> b.connectTimeout(Integer.valueOf(v))),
            "socketTimeout", new Option(MILLIS.asMatchPredicate(), "milliseconds, 100 to 9999999", (b, v) -> b.socketTimeout(Integer.valueOf(v))),
            "tcpKeepAlive", new Option(SWITCH, "true or false", (b, v) -> b.tcpKeepAlive(Boolean.valueOf(v))),
            "useCompression", new Option(SWITCH, "true or false", (b, v) -> b.useCompression(Boolean.valueOf(v))),
            "enabledSslProtocolSuites", new Option(WORDS.asMatchPredicate(), "names, separated by commas", Configuration.Builder::enabledSslProtocolSuites),
            "enabledSslCipherSuites", new Option(WORDS.asMatchPredicate(), "names, separated by commas", Configuration.Builder::enabledSslCipherSuites),
            "serverSslCert", new Option(DriverOptions::isFile, "the path of a file of certificates", Configuration.Builder::serverSslCert));

    private DriverOptions() {}

    private static boolean isFile(String value) {
        return !value.contains("://") && !value.startsWith("-") && value.indexOf('\0') < 0 && Files.isRegularFile(Path.of(value));
    }

    /**
     * Looks whether a connection's properties are allowed.
     *
     * @throws GodwitException CONNECTION_REFUSED_PROPERTY if one is not, or not to that value
     */
    static void check(Connection connection) {
        connection.properties().forEach((name, value) -> {
            Option option = OPTIONS.get(name);
            if (option == null) {
                throw refused(connection, name, "allowed are " + String.join(", ", new TreeSet<>(OPTIONS.keySet())));
            }
            if (!option.allowed.test(value)) {
                throw refused(connection, name, "its value is not " + option.form);
            }
        });
    }

    /** Sets a connection's properties, which were checked. */
    static void apply(Connection connection, Configuration.Builder builder) {
        connection.properties().forEach((name, value) -> Objects.requireNonNull(OPTIONS.get(name)).setter.accept(builder, value));
    }

    private static GodwitException refused(Connection connection, String name, String reason) {
        return new GodwitException(ErrorCode.CONNECTION_REFUSED_PROPERTY, connection.text(), name, reason);
    }
}
