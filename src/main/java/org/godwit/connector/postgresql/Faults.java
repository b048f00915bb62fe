package org.godwit.connector.postgresql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.connector.spi.server.ServerFault;
import org.godwit.connector.spi.server.ServerFault.Kind;
import org.godwit.model.Connection;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds out what is wrong from what the driver and the server throw. Pure. */
final class Faults {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String LOGIN_REFUSED = "28000";
    private static final String NO_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";
    private static final String REJECTED = "08004";
    private static final String BROKEN = "08006";
    private static final String NO_CERTIFICATES = "F0000";
    private static final String LOCK_WAIT = "55P03";
    private static final String TOO_MANY = "53300";
    private static final String UNABLE = "08001";
    private static final String NOT_NOW = "57P03";
    private static final Set<String> GONE = Set.of("57P01", "57P02", NOT_NOW, "57P05");
    // Something answers, but not as this driver expects.
    private static final Set<String> MISUNDERSTOOD = Set.of(REJECTED, "08P01");
    private static final Pattern DENIED = Pattern.compile("permission denied for (table|view|sequence) \"?([^\"]+)\"?");

    private Faults() {}

    /** Returns what is wrong when a login failed. */
    static ServerFault login(SQLException e, Connection place, PasswordDesk.Entry desk) {
        Optional<ServerFault> way = ServerFault.ofWay(e);
        if (way.isPresent()) {
            return way.get();
        }
        ServerErrorMessage message = serverMessage(e);
        String state = String.valueOf(e.getSQLState());
        if (message == null && desk.asked()) {
            return new ServerFault(desk.isEmpty() ? Kind.PASSWORD_MISSING : Kind.PASSWORD_WRONG);
        }
        if (message == null && place.tls() != Connection.Tls.OFF) {
            // The driver speaks the language of this machine: only the state tells what it found.
            switch (state) {
                case REJECTED -> {
                    return new ServerFault(Kind.TLS_NOT_OFFERED);
                }
                case BROKEN -> {
                    return new ServerFault(Kind.TLS_OTHER_HOST);
                }
                case NO_CERTIFICATES -> {
                    return new ServerFault(Kind.TLS, words(e));
                }
                default -> {}
            }
        }
        return switch (state) {
            case TOO_MANY -> new ServerFault(Kind.CROWDED);
            case NOT_NOW -> new ServerFault(Kind.NOT_READY);
            case NO_RIGHT -> new ServerFault(Kind.DATABASE_BARRED);
            default -> fault(e, "log in");
        };
    }

    /**
     * Returns the error for a statement that failed.
     *
     * @param doing what was tried, as in "is not allowed to …"
     */
    static GodwitException of(SQLException e, Connection place, String doing) {
        return fault(e, doing).error(place, e);
    }

    private static ServerFault fault(SQLException e, String doing) {
        String state = String.valueOf(e.getSQLState());
        if (isCutOff(e) && !MISUNDERSTOOD.contains(state)) {
            return ServerFault.ofWay(e).orElse(new ServerFault(UNABLE.equals(state) ? Kind.SILENT : Kind.CUT));
        }
        return switch (state) {
            case WRONG_PASSWORD -> new ServerFault(Kind.PASSWORD_WRONG);
            case LOGIN_REFUSED -> new ServerFault(refusal(serverMessage(e)));
            case NO_DATABASE -> new ServerFault(Kind.NO_DATABASE);
            case NO_RIGHT -> right(e, doing);
            case LOCK_WAIT -> new ServerFault(Kind.OTHER, doing + ": another session holds it (" + words(e) + ")");
            default -> new ServerFault(Kind.OTHER, doing + ": " + words(e));
        };
    }

    /** A user who is not there is no secret where no password is asked for. */
    private static Kind refusal(@Nullable ServerErrorMessage message) {
        if (message != null && "ClientAuthentication".equals(message.getRoutine())) {
            return Kind.NOT_FROM_HERE;
        }
        return message != null && String.valueOf(message.getMessage()).endsWith("does not exist") ? Kind.PASSWORD_WRONG : Kind.KEPT_OUT;
    }

    private static ServerFault right(SQLException e, String doing) {
        Matcher denied = DENIED.matcher(words(e));
        return denied.lookingAt()
                ? ServerFault.noRight(denied.group(1), denied.group(2))
                : new ServerFault(Kind.NO_RIGHT, doing + " (" + words(e) + ")");
    }

    /** Returns whether the server refused what a row says, or how long it is, and not the statement. */
    static boolean isRefusedRow(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /** Returns whether there is no way to the server, or no more. */
    static boolean isCutOff(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || GONE.contains(state) || ServerFault.cause(e, IOException.class) != null;
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
}
