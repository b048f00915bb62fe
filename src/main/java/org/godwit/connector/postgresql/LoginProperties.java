package org.godwit.connector.postgresql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.godwit.connector.spi.server.ServerPlace;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * What the driver is told about a connection, always as properties and never in a URL. A property of the connection is
 * passed on only if it is on a list: others make the driver load classes, write files or drop its guard.
 */
final class LoginProperties {
    private static final String CONNECT_TIMEOUT = "connectTimeout";
    private static final String SOCKET_TIMEOUT = "socketTimeout";
    private static final Set<String> NUMBERS = Set.of(CONNECT_TIMEOUT, SOCKET_TIMEOUT, "receiveBufferSize", "sendBufferSize");
    private static final String ROOT_CERTIFICATE = "sslrootcert";
    private static final Set<String> TEXTS = Set.of("ApplicationName", "tcpKeepAlive", ROOT_CERTIFICATE);
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");
    private static final int USUAL_PORT = 5432;
    private static final int CONNECT_SECONDS = 10;
    // Long enough for a key on a big table, short enough that a line that went dead is noticed.
    private static final int SOCKET_SECONDS = 3600;

    private LoginProperties() {}

    /**
     * Returns the driver's properties.
     *
     * @param ticket of the {@link PasswordDesk}
     * @throws GodwitException CONNECTION_REFUSED_PROPERTY
     */
    static Properties of(Connection connection, String ticket) {
        Properties result = new Properties();
        result.setProperty(CONNECT_TIMEOUT, String.valueOf(CONNECT_SECONDS));
        result.setProperty(SOCKET_TIMEOUT, String.valueOf(SOCKET_SECONDS));
        result.setProperty("tcpKeepAlive", "true");
        result.setProperty("ApplicationName", "godwit " + ProcessHandle.current().pid());
        for (Map.Entry<String, String> property : connection.properties().entrySet()) {
            check(connection, property.getKey(), property.getValue());
            result.setProperty(property.getKey(), property.getValue());
        }
        result.setProperty("PGHOST", ServerPlace.host(connection));
        result.setProperty("PGPORT", String.valueOf(connection.port() == 0 ? USUAL_PORT : connection.port()));
        result.setProperty("user", ServerPlace.user(connection));
        result.setProperty("PGDBNAME", connection.database());
        // A server that takes the connection and then says nothing.
        result.setProperty("loginTimeout", String.valueOf(2L * Integer.parseInt(result.getProperty(CONNECT_TIMEOUT))));
        result.setProperty("gssEncMode", "disable");
        result.setProperty("authenticationPluginClassName", PasswordDesk.class.getName());
        result.setProperty(PasswordDesk.TICKET, ticket);
        protect(connection, result);
        return result;
    }

    private static void check(Connection connection, String name, String value) {
        if (NUMBERS.contains(name)) {
            if (!NUMBER.matcher(value).matches()) {
                throw refused(connection, name, "it takes a whole number from 1 on");
            }
        } else if (!TEXTS.contains(name)) {
            Set<String> allowed = new TreeSet<>(TEXTS);
            allowed.addAll(NUMBERS);
            throw refused(connection, name, "only these are passed on: " + String.join(", ", allowed));
        }
    }

    private static GodwitException refused(Connection connection, String name, String reason) {
        return new GodwitException(ErrorCode.CONNECTION_REFUSED_PROPERTY, connection.text(), name, reason);
    }

    private static void protect(Connection connection, Properties result) {
        switch (connection.tls()) {
            case VERIFY_FULL -> {
                result.setProperty("sslmode", "verify-full");
                if (result.getProperty(ROOT_CERTIFICATE) == null && !Files.exists(usualRoot())) {
                    result.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
                }
            }
            case PINNED -> {
                result.setProperty("sslmode", "verify-ca");
                result.setProperty("sslfactory", PinnedCertificate.class.getName());
                result.setProperty("sslfactoryarg", String.valueOf(connection.certificate()).toLowerCase(Locale.ROOT));
            }
            case OFF -> result.setProperty("sslmode", "disable");
        }
    }

    // Where PostgreSQL's own tools look for the certificates to trust.
    private static Path usualRoot() {
        String appData = System.getenv("APPDATA");
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows && appData != null
                ? Path.of(appData, "postgresql", "root.crt")
                : Path.of(System.getProperty("user.home", ""), ".postgresql", "root.crt");
    }
}
