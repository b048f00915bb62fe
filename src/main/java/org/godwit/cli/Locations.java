package org.godwit.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.engine.Queryable;
import org.godwit.engine.TargetName;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** What is checked of a location before any work, so that a slip costs no time. */
final class Locations {
    private static final Pattern PASSWORD = Pattern.compile("://[^/?#@]*:[^/?#]*@|://.*[?&](password|passwd|pwd)=", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVER = Pattern.compile("(jdbc:)?(postgresql|mariadb|mysql)://.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("jdbc:[a-z]*|[a-z]+://", Pattern.CASE_INSENSITIVE);

    private Locations() {}

    /** Returns places to read from; what is there is told by looking. */
    static List<String> sources(List<String> locations) {
        locations.forEach(Locations::requireNoPassword);
        return locations;
    }

    /** Throws TARGET_UNSUPPORTED for what no connector writes. */
    static String target(String location) {
        requireNoPassword(location);
        if (!isServer(location) && TargetName.of(location).isEmpty()) {
            Matcher scheme = SCHEME.matcher(location);
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, scheme.lookingAt() ? scheme.group() + "…" : location);
        }
        return location;
    }

    /**
     * Returns the database that is to be asked, as a file.
     *
     * @throws GodwitException NOT_DUCKDB if something else is there, LOCATION_UNKNOWN
     */
    static Path database(String location) {
        requireFile(location);
        try {
            Path path = Path.of(location);
            if (Files.isDirectory(path) || (Files.isRegularFile(path) && Files.isReadable(path) && !Queryable.isDuckDb(path))) {
                throw new GodwitException(ErrorCode.NOT_DUCKDB, location);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.LOCATION_UNKNOWN, location);
        }
    }

    /**
     * Does the same for a database that has to be there.
     *
     * @throws GodwitException also SOURCE_MISSING
     */
    static Path existing(String location) {
        Path path = database(location);
        if (!Files.exists(path)) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, location);
        }
        return path;
    }

    static boolean isServer(String location) {
        return SERVER.matcher(location).matches();
    }

    /** What is typed is seen by others: in the list of processes, in histories and logs. */
    private static void requireNoPassword(String location) {
        if (PASSWORD.matcher(location).find()) {
            String kind = location.substring(0, location.indexOf("://"));
            throw new GodwitException(ErrorCode.CONNECTION_REFUSED_PROPERTY, kind + "://…", "password", Messages.get("cli.password.where"));
        }
    }

    /** A URL may hold a password: only its kind is repeated. */
    private static void requireFile(String location) {
        Matcher scheme = SCHEME.matcher(location);
        if (scheme.lookingAt()) {
            throw new GodwitException(ErrorCode.NOT_DUCKDB, scheme.group() + "…");
        }
    }
}
