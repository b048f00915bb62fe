package org.godwit.connector.spi.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong between Godwit and a server. A connector finds out which it is from what its driver throws; the words
 * are made here and nowhere else, so that the same fault reads the same on every server.
 *
 * @param detail what only this case says, in the words of {@link Kind}; often empty
 */
public record ServerFault(Kind kind, String detail) {
    /** Whether it is worth another try. */
    public enum Passing {
        NEVER,
        /** It may be over in a moment, or be a mistake in the address: a few tries, so that nobody waits in vain. */
        BRIEFLY,
        /** The server is there and will have time: it is waited for. */
        SURELY
    }

    /** The usual faults. */
    public enum Kind {
        UNKNOWN_HOST(ErrorCode.SERVER_UNREACHABLE, Passing.NEVER),
        NO_ROUTE(ErrorCode.SERVER_UNREACHABLE, Passing.NEVER),
        REFUSED(ErrorCode.SERVER_UNREACHABLE, Passing.BRIEFLY),
        SILENT(ErrorCode.SERVER_UNREACHABLE, Passing.NEVER),
        CUT(ErrorCode.SERVER_UNREACHABLE, Passing.BRIEFLY),
        CROWDED(ErrorCode.SERVER_UNREACHABLE, Passing.SURELY),
        NOT_READY(ErrorCode.SERVER_UNREACHABLE, Passing.SURELY),
        PASSWORD_WRONG(ErrorCode.SERVER_LOGIN, Passing.NEVER),
        PASSWORD_MISSING(ErrorCode.SECRET_MISSING, Passing.NEVER),
        /** The server lets nobody in from this machine. */
        NOT_FROM_HERE(ErrorCode.SERVER_RIGHT, Passing.NEVER),
        /** The user exists and is kept out. */
        KEPT_OUT(ErrorCode.SERVER_RIGHT, Passing.NEVER),
        NO_DATABASE(ErrorCode.SERVER_DATABASE, Passing.NEVER),
        /** The database exists, and the user may not use it. */
        DATABASE_BARRED(ErrorCode.SERVER_RIGHT, Passing.NEVER),
        /** Detail: what is not allowed, as in "is not allowed to …". */
        NO_RIGHT(ErrorCode.SERVER_RIGHT, Passing.NEVER),
        TLS_NOT_OFFERED(ErrorCode.SERVER_TLS, Passing.NEVER),
        TLS_UNTRUSTED(ErrorCode.SERVER_TLS, Passing.NEVER),
        TLS_OTHER_HOST(ErrorCode.SERVER_TLS, Passing.NEVER),
        TLS_OUT_OF_DATE(ErrorCode.SERVER_TLS, Passing.NEVER),
        TLS_UNPROTECTED(ErrorCode.SERVER_TLS, Passing.NEVER),
        /** Detail: what is wrong with the protection, as in "cannot be trusted: …". */
        TLS(ErrorCode.SERVER_TLS, Passing.NEVER),
        /** Detail: what the server says. */
        OTHER(ErrorCode.SERVER_FAILED, Passing.NEVER);

        private final ErrorCode code;
        private final Passing passing;

        Kind(ErrorCode code, Passing passing) {
            this.code = code;
            this.passing = passing;
        }

        public Passing passing() {
            return passing;
        }
    }

    public ServerFault(Kind kind) {
        this(kind, "");
    }

    /** Returns the fault that somebody may not use something of a database. */
    public static ServerFault noRight(String kindOfThing, String name) {
        return new ServerFault(Kind.NO_RIGHT, "use the " + kindOfThing + " " + name);
    }

    /** Returns what the way to a server has met, if that is why something was thrown: names, sockets, certificates. */
    public static Optional<ServerFault> ofWay(Throwable e) {
        if (cause(e, UnknownHostException.class) != null) {
            return Optional.of(new ServerFault(Kind.UNKNOWN_HOST));
        }
        if (cause(e, SocketTimeoutException.class) != null) {
            return Optional.of(new ServerFault(Kind.SILENT));
        }
        if (cause(e, NoRouteToHostException.class) != null) {
            return Optional.of(new ServerFault(Kind.NO_ROUTE));
        }
        ConnectException refused = cause(e, ConnectException.class);
        if (refused != null) {
            return Optional.of(new ServerFault(String.valueOf(refused.getMessage()).contains("timed out") ? Kind.SILENT : Kind.REFUSED));
        }
        SSLException protection = cause(e, SSLException.class);
        Throwable certificate = protection == null ? cause(e, GeneralSecurityException.class) : protection;
        if (certificate != null && !isBroken(certificate)) {
            return Optional.of(tls(certificate));
        }
        return cause(e, IOException.class) == null ? Optional.empty() : Optional.of(new ServerFault(Kind.CUT));
    }

    /** A handshake that was cut off says nothing about certificates. */
    private static boolean isBroken(Throwable protection) {
        for (Throwable at = protection; at != null; at = at.getCause()) {
            if (at instanceof SocketException || (at instanceof IOException && !(at instanceof SSLException))) {
                return true;
            }
        }
        return false;
    }

    private static ServerFault tls(Throwable e) {
        if (cause(e, CertificateExpiredException.class) != null || cause(e, CertificateNotYetValidException.class) != null) {
            return new ServerFault(Kind.TLS_OUT_OF_DATE);
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.contains("unable to find valid certification path") ? new ServerFault(Kind.TLS_UNTRUSTED) : new ServerFault(Kind.TLS, text);
    }

    /** Returns the first of an error and its causes that is of a kind, or null. */
    public static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> kind) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
        }
        return null;
    }

    /** Returns what is wrong in a few words, for who waits. */
    public String words(Connection place) {
        return switch (kind) {
            case UNKNOWN_HOST -> "no host is called " + place.host();
            case NO_ROUTE -> "there is no way to its host";
            case REFUSED -> "nothing listens there (the connection was refused)";
            case SILENT -> "it does not answer in time";
            case CUT -> "the connection was cut off";
            case CROWDED -> "it has too many connections already";
            case NOT_READY -> "it is starting up or shutting down";
            case PASSWORD_WRONG -> "";
            case PASSWORD_MISSING -> "the server asks for one, and none is given";
            case NOT_FROM_HERE -> "log in from this machine";
            case KEPT_OUT -> "log in";
            case NO_DATABASE -> place.database();
            case DATABASE_BARRED -> "use the database " + place.database();
            case TLS_NOT_OFFERED -> "it offers no protected connections";
            case TLS_UNTRUSTED -> "its certificate is signed by nobody whom this machine trusts";
            case TLS_OTHER_HOST -> "its certificate is for another host";
            case TLS_OUT_OF_DATE -> "its certificate is out of date";
            case TLS_UNPROTECTED -> "unprotected connections are only for servers on this machine";
            case NO_RIGHT, TLS, OTHER -> detail;
        };
    }

    /** Returns the error that people see. */
    public GodwitException error(Connection place, @Nullable Throwable cause) {
        String server = place.text();
        String user = ServerPlace.user(place);
        return switch (kind.code) {
            case SERVER_LOGIN -> new GodwitException(cause, kind.code, server, user);
            case SERVER_RIGHT -> new GodwitException(cause, kind.code, server, words(place), user);
            default -> new GodwitException(cause, kind.code, server, words(place));
        };
    }
}
