package org.godwit.connector.spi.server;

import java.util.regex.Pattern;
import org.godwit.connector.spi.Place;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** What is to know of a server before anything is opened. Pure. */
public final class ServerPlace {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-fA-F]{64}");

    private ServerPlace() {}

    /**
     * Returns the connection of a place that must be a server's.
     *
     * @throws GodwitException LOCATION_UNKNOWN if it is a file, SERVER_DATABASE if it names no database
     */
    public static Connection connection(Place place) {
        return switch (place) {
            case Place.Files files -> throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, files.text());
            case Place.Server(Connection connection) -> {
                if (connection.database().isEmpty()) {
                    throw new GodwitException(ErrorCode.SERVER_DATABASE, connection.text(), "without a name");
                }
                yield connection;
            }
        };
    }

    /**
     * Refuses what would give a password away, before it is even asked for.
     *
     * @throws GodwitException SERVER_TLS for an unprotected way to another machine, and for a fingerprint that is none
     */
    public static void requireSafe(Connection connection) {
        switch (connection.tls()) {
            case VERIFY_FULL -> {}
            case PINNED -> {
                if (!FINGERPRINT.matcher(String.valueOf(connection.certificate())).matches()) {
                    throw new ServerFault(ServerFault.Kind.TLS, "the pinned fingerprint is not 64 hexadecimal digits").error(connection, null);
                }
            }
            case OFF -> {
                if (!connection.isLocal()) {
                    throw new ServerFault(ServerFault.Kind.TLS_UNPROTECTED).error(connection, null);
                }
            }
        }
    }

    /** Returns the host as sockets take it: an IPv6 address without brackets. */
    public static String host(Connection connection) {
        String host = connection.host();
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns the user who logs in. */
    public static String user(Connection connection) {
        return connection.user().isEmpty() ? System.getProperty("user.name", "") : connection.user();
    }
}
