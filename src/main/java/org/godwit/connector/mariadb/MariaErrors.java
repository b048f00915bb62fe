package org.godwit.connector.mariadb;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Turns what the driver and the server say into Godwit's errors. */
final class MariaErrors {
    /** What a server wants that asks for a file nobody offered. */
    static final String ASKS_FOR_FILES = "it asked for a file of this machine, and got nothing";

    // The same, in the driver's words: at statements of its own.
    private static final String DRIVER_WAS_ASKED = "LOAD DATA LOCAL INFILE asked for file";

    static final int ACCESS_DATABASE = 1044;
    static final int DUPLICATE_ENTRY = 1062;
    static final int LOCK_WAIT = 1205;
    static final int DEADLOCK = 1213;

    private static final int ACCESS_USER = 1045;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int ACCESS_TABLE = 1142;
    private static final int ACCESS_COLUMN = 1143;
    private static final int ACCESS_SPECIAL = 1227;
    private static final int ACCESS_ROUTINE = 1370;
    private static final int ACCESS_NO_PASSWORD = 1698;
    private static final int SHUTDOWN = 1053;
    private static final int KILLED = 1927;
    private static final int READ_ONLY_OPTION = 1290;
    private static final int READ_ONLY = 1836;
    private static final int NO_SPACE = 1021;
    private static final int TABLE_FULL = 1114;

    private static final Pattern CONNECTION_PREFIX = Pattern.compile("^\\(conn=\\d+\\) ");
    private static final Pattern COMMAND_DENIED = Pattern.compile("(.*) command denied to user");

    private MariaErrors() {}

    /** Returns the reason without what the driver puts around it. */
    static String reason(Throwable e) {
        String text = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        String first = CONNECTION_PREFIX.matcher(text).replaceFirst("");
        int stack = first.indexOf("\njava thread:");
        return (stack < 0 ? first : first.substring(0, stack)).strip();
    }

    /** Returns whether a connection that failed so may succeed a moment later. */
    static boolean passing(SQLException e) {
        return cause(e, SSLException.class) == null
                && cause(e, UnknownHostException.class) == null
                && e.getErrorCode() <= 0
                && cause(e, IOException.class) != null;
    }

    /** Returns whether the connection is gone. */
    static boolean cutOff(SQLException e) {
        return e.getErrorCode() == SHUTDOWN || e.getErrorCode() == KILLED
                || cause(e, IOException.class) != null || Objects.requireNonNullElse(e.getSQLState(), "").startsWith("08");
    }

    /** Returns the error in Godwit's words. */
    static GodwitException of(Connection place, SQLException e) {
        String server = place.text();
        String user = place.user().isEmpty() ? System.getProperty("user.name") : place.user();
        return switch (e.getErrorCode()) {
            case ACCESS_USER, ACCESS_NO_PASSWORD -> new GodwitException(e, ErrorCode.SERVER_LOGIN, server, user);
            case UNKNOWN_DATABASE -> new GodwitException(e, ErrorCode.SERVER_DATABASE, server, place.database());
            case ACCESS_DATABASE -> new GodwitException(e, ErrorCode.SERVER_RIGHT, server, "use the database " + place.database(), user);
            case ACCESS_TABLE, ACCESS_COLUMN, ACCESS_SPECIAL, ACCESS_ROUTINE -> new GodwitException(e, ErrorCode.SERVER_RIGHT, server, right(e), user);
            case READ_ONLY, READ_ONLY_OPTION -> new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, server, reason(e));
            case NO_SPACE, TABLE_FULL -> new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, server, "there is no room left: " + reason(e));
            case LOCK_WAIT, DEADLOCK -> new GodwitException(e, ErrorCode.TARGET_LOCKED, server, "another transaction (" + reason(e) + ")");
            default -> network(place, e);
        };
    }

    // "INSERT, UPDATE command denied to user ..." or "Access denied; you need the RELOAD privilege"
    private static String right(SQLException e) {
        var denied = COMMAND_DENIED.matcher(reason(e));
        return denied.lookingAt() ? "run " + denied.group(1) : "do this (" + reason(e) + ")";
    }

    private static GodwitException network(Connection place, SQLException e) {
        String server = place.text();
        String text = reason(e);
        if (has(e, ASKS_FOR_FILES) || has(e, DRIVER_WAS_ASKED)) {
            return new GodwitException(e, ErrorCode.SERVER_TLS, server, ASKS_FOR_FILES);
        }
        SSLException tls = cause(e, SSLException.class);
        if (tls != null && cause(e, SocketException.class) == null) {
            return new GodwitException(e, ErrorCode.SERVER_TLS, server, certificate(tls));
        }
        if (text.contains("ssl not enabled")) {
            return new GodwitException(e, ErrorCode.SERVER_TLS, server, "it offers no protected connections");
        }
        if (text.startsWith("SSL hostname verification failed")) {
            return new GodwitException(e, ErrorCode.SERVER_TLS, server, "its certificate is for another host");
        }
        if (text.contains("in clear") || text.contains("RSA public key")) {
            return new GodwitException(e, ErrorCode.SERVER_TLS, server, "it wants the password on an unprotected way: " + text);
        }
        String unreachable = unreachable(place, e);
        return unreachable == null
                ? new GodwitException(e, ErrorCode.SERVER_FAILED, server, text)
                : new GodwitException(e, ErrorCode.SERVER_UNREACHABLE, server, unreachable);
    }

    private static String certificate(SSLException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t.getCause() == null) {
                String text = reason(t);
                return text.contains("unable to find valid certification path")
                        ? "its certificate is signed by nobody whom this machine trusts"
                        : text;
            }
        }
        return reason(e);
    }

    private static @Nullable String unreachable(Connection place, SQLException e) {
        if (cause(e, UnknownHostException.class) != null) {
            return "no host is called " + place.host();
        }
        if (cause(e, SocketTimeoutException.class) != null) {
            return "it does not answer in time";
        }
        if (cause(e, NoRouteToHostException.class) != null) {
            return "there is no way to its host";
        }
        ConnectException refused = cause(e, ConnectException.class);
        if (refused != null) {
            return has(e, "timed out") ? "it does not answer in time" : "nothing listens there (connection refused)";
        }
        boolean broken = cause(e, SocketException.class) != null || cause(e, EOFException.class) != null;
        return broken || cutOff(e) ? "the connection was cut off" : null;
    }

    private static boolean has(Throwable e, String text) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t.getMessage() != null && t.getMessage().contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first cause of a kind, or null. */
    static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> kind) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return kind.cast(t);
            }
        }
        return null;
    }
}
