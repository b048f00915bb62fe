package org.godwit.connector.postgresql;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what the driver and the server throw into the errors that people see. Pure. */
final class Faults {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String LOGIN_REFUSED = "28000";
    private static final String NO_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";
    private static final String REJECTED = "08004";
    private static final String LOCK_WAIT = "55P03";
    private static final String TOO_MANY = "53300";
    private static final String UNABLE = "08001";
    private static final String SLOW = "it did not answer in time";
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "57P05");

    private Faults() {}

    /** Returns the error for a login that failed. */
    static GodwitException login(SQLException e, Connection connection, PasswordDesk.Entry desk) {
        String server = connection.text();
        Throwable protection = cause(e, SSLException.class, GeneralSecurityException.class);
        if (protection != null) {
            return new GodwitException(e, ErrorCode.SERVER_TLS, server, root(protection));
        }
        String state = String.valueOf(e.getSQLState());
        boolean fromServer = serverMessage(e) != null;
        if (fromServer || cause(e, IOException.class) != null) {
            return of(e, connection, "log in");
        }
        if (desk.asked()) {
            return desk.isEmpty()
                    ? new GodwitException(e, ErrorCode.SECRET_MISSING, server, "the server asks for one, and none is named")
                    : new GodwitException(e, ErrorCode.SERVER_LOGIN, server, LoginProperties.user(connection));
        }
        if (connection.tls() != Connection.Tls.OFF && (state.equals(REJECTED) || state.equals("08006") || state.equals("F0000"))) {
            return new GodwitException(e, ErrorCode.SERVER_TLS, server, words(e));
        }
        return of(e, connection, "log in");
    }

    /**
     * Returns the error for a statement that failed.
     *
     * @param doing what was tried, as in "is not allowed to …"
     */
    static GodwitException of(SQLException e, Connection connection, String doing) {
        String server = connection.text();
        String state = String.valueOf(e.getSQLState());
        String user = LoginProperties.user(connection);
        if (isCutOff(e)) {
            return new GodwitException(e, ErrorCode.SERVER_UNREACHABLE, server, unreachable(e));
        }
        return switch (state) {
            case WRONG_PASSWORD -> new GodwitException(e, ErrorCode.SERVER_LOGIN, server, user);
            case NO_DATABASE -> new GodwitException(e, ErrorCode.SERVER_DATABASE, server, connection.database());
            case LOGIN_REFUSED, NO_RIGHT -> new GodwitException(e, ErrorCode.SERVER_RIGHT, server, doing + " (" + words(e) + ")", user);
            case LOCK_WAIT -> new GodwitException(e, ErrorCode.SERVER_FAILED, server, doing + ": another session holds it (" + words(e) + ")");
            default -> new GodwitException(e, ErrorCode.SERVER_FAILED, server, doing + ": " + words(e));
        };
    }

    /** Returns whether the server refused what a row says, or how long it is, and not the statement. */
    static boolean isRefusedRow(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /** Returns whether there is no way to the server, or no more. */
    static boolean isCutOff(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || GONE.contains(state) || state.equals(TOO_MANY) || cause(e, IOException.class) != null;
    }

    /** Returns what the server or the driver said, on one line. */
    static String words(SQLException e) {
        ServerErrorMessage message = serverMessage(e);
        String text = message == null ? e.getMessage() : message.getMessage();
        String detail = message == null ? null : message.getDetail();
        String whole = (text == null ? e.getClass().getSimpleName() : text) + (detail == null ? "" : " " + detail);
        return whole.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }

    /** Returns what the server sent, null if the error is the driver's own. */
    static @Nullable ServerErrorMessage serverMessage(SQLException e) {
        return e instanceof PSQLException own ? own.getServerErrorMessage() : null;
    }

    /** Returns the table that the server names, otherwise this one. */
    static String table(SQLException e, String otherwise) {
        ServerErrorMessage message = serverMessage(e);
        String table = message == null ? null : message.getTable();
        return table == null ? otherwise : table;
    }

    private static String unreachable(SQLException e) {
        Throwable cause = cause(e, IOException.class);
        return switch (cause) {
            case UnknownHostException unknown -> "no host of this name is known";
            case ConnectException refused when refused.getMessage() != null && refused.getMessage().contains("timed out") -> SLOW;
            case ConnectException refused -> "nothing answers at this port, the connection was refused";
            case SocketTimeoutException slow -> SLOW;
            case EOFException end -> "the connection was cut off";
            case null -> UNABLE.equals(e.getSQLState()) ? SLOW : words(e);
            default -> "the connection was cut off (" + cause.getMessage() + ")";
        };
    }

    @SafeVarargs
    private static @Nullable Throwable cause(Throwable e, Class<? extends Throwable>... kinds) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            for (Class<? extends Throwable> kind : kinds) {
                if (kind.isInstance(at)) {
                    return at;
                }
            }
        }
        return null;
    }

    private static String root(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        String message = at.getMessage();
        return message == null ? at.getClass().getSimpleName() : message;
    }
}
