package org.godwit.connector.mariadb;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.godwit.connector.spi.server.ServerFault;
import org.godwit.connector.spi.server.ServerFault.Kind;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

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
    private static final int TOO_MANY = 1040;
    private static final int TOO_MANY_OF_USER = 1203;
    private static final int LIMIT_OF_USER = 1226;
    private static final int HOST_BLOCKED = 1129;
    private static final int HOST_NOT_ALLOWED = 1130;
    private static final int ACCOUNT_LOCKED = 4151;
    private static final int MYSQL_ACCOUNT_LOCKED = 3118;
    private static final int SHUTDOWN = 1053;
    private static final int KILLED = 1927;
    private static final int READ_ONLY_OPTION = 1290;
    private static final int READ_ONLY = 1836;
    private static final int NO_SPACE = 1021;
    private static final int TABLE_FULL = 1114;

    private static final Pattern CONNECTION_PREFIX = Pattern.compile("^\\(conn=\\d+\\) ");
    private static final Pattern COMMAND_DENIED = Pattern.compile("command denied to user .* for (?:column .* in )?table (?:`[^`]*`\\.)?[`']([^`']+)[`']");

    private MariaErrors() {}

    /** Returns the reason without what the driver puts around it. */
    static String reason(Throwable e) {
        String text = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        String first = CONNECTION_PREFIX.matcher(text).replaceFirst("");
        int stack = first.indexOf("\njava thread:");
        return (stack < 0 ? first : first.substring(0, stack)).strip();
    }

    /** Returns whether the connection is gone. */
    static boolean cutOff(SQLException e) {
        return e.getErrorCode() == SHUTDOWN || e.getErrorCode() == KILLED
                || ServerFault.cause(e, IOException.class) != null || Objects.requireNonNullElse(e.getSQLState(), "").startsWith("08");
    }

    /**
     * Returns what is wrong when a login failed.
     *
     * @param noPassword whether none was given
     */
    static ServerFault login(SQLException e, boolean noPassword) {
        return switch (e.getErrorCode()) {
            case ACCESS_USER, ACCESS_NO_PASSWORD -> new ServerFault(noPassword ? Kind.PASSWORD_MISSING : Kind.PASSWORD_WRONG);
            case SHUTDOWN -> new ServerFault(Kind.NOT_READY);
            default -> fault(e);
        };
    }

    /** Returns the error in Godwit's words. */
    static GodwitException of(Connection place, SQLException e) {
        String server = place.text();
        return switch (e.getErrorCode()) {
            case READ_ONLY, READ_ONLY_OPTION -> new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, server, reason(e));
            case NO_SPACE, TABLE_FULL -> new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, server, "there is no room left: " + reason(e));
            case LOCK_WAIT, DEADLOCK -> new GodwitException(e, ErrorCode.TARGET_LOCKED, server, "another transaction (" + reason(e) + ")");
            default -> fault(e).error(place, e);
        };
    }

    private static ServerFault fault(SQLException e) {
        return switch (e.getErrorCode()) {
            case ACCESS_USER, ACCESS_NO_PASSWORD -> new ServerFault(Kind.PASSWORD_WRONG);
            case HOST_BLOCKED, HOST_NOT_ALLOWED -> new ServerFault(Kind.NOT_FROM_HERE);
            case ACCOUNT_LOCKED, MYSQL_ACCOUNT_LOCKED -> new ServerFault(Kind.KEPT_OUT);
            case TOO_MANY, TOO_MANY_OF_USER, LIMIT_OF_USER -> new ServerFault(Kind.CROWDED);
            case UNKNOWN_DATABASE -> new ServerFault(Kind.NO_DATABASE);
            case ACCESS_DATABASE -> new ServerFault(Kind.DATABASE_BARRED);
            case ACCESS_TABLE, ACCESS_COLUMN, ACCESS_SPECIAL, ACCESS_ROUTINE -> right(e);
            default -> network(e);
        };
    }

    // "INSERT, UPDATE command denied to user 'u'@'h' for table `d`.`t`" or "Access denied; you need the RELOAD privilege"
    private static ServerFault right(SQLException e) {
        var denied = COMMAND_DENIED.matcher(reason(e));
        return denied.find()
                ? ServerFault.noRight("table", denied.group(1))
                : new ServerFault(Kind.NO_RIGHT, "do this (" + reason(e) + ")");
    }

    private static ServerFault network(SQLException e) {
        String text = reason(e);
        if (has(e, ASKS_FOR_FILES) || has(e, DRIVER_WAS_ASKED)) {
            return new ServerFault(Kind.TLS, ASKS_FOR_FILES);
        }
        if (text.contains("ssl not enabled")) {
            return new ServerFault(Kind.TLS_NOT_OFFERED);
        }
        if (text.startsWith("SSL hostname verification failed")) {
            return new ServerFault(Kind.TLS_OTHER_HOST);
        }
        if (text.contains("in clear") || text.contains("RSA public key")) {
            return new ServerFault(Kind.TLS, "it wants the password on an unprotected way: " + text);
        }
        return ServerFault.ofWay(e).orElseGet(() -> cutOff(e) ? new ServerFault(Kind.CUT) : new ServerFault(Kind.OTHER, text));
    }

    private static boolean has(Throwable e, String text) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t.getMessage() != null && t.getMessage().contains(text)) {
                return true;
            }
        }
        return false;
    }
}
