package org.godwit.connector.table;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.OwnTables;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses of servers: {@code jdbc:postgresql://user@host:5432/database?schema=public}, with or without
 * {@code jdbc:}. What a connection is made of are its fields; the address itself is never handed to a driver. Pure.
 */
public final class Locations {
    private static final Set<String> TYPES = Set.of("postgresql", "mariadb", "mysql");

    private Locations() {}

    /**
     * Returns the connection that an address stands for; null if it is no address of a server.
     *
     * @throws GodwitException LOCATION_UNKNOWN if it is one but cannot be read; CONNECTION_REFUSED_PROPERTY for a password in it
     */
    public static @Nullable Connection server(String location) {
        String plain = location.startsWith("jdbc:") ? location.substring(5) : location;
        int colon = plain.indexOf("://");
        if (colon < 0 || !TYPES.contains(plain.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return null;
        }
        try {
            return connection(new URI(plain));
        } catch (URISyntaxException e) {
            throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, plain.substring(0, colon) + "://…");
        }
    }

    private static Connection connection(URI address) {
        String host = address.getHost();
        String path = address.getPath();
        String type = address.getScheme().toLowerCase(Locale.ROOT);
        if (host == null || path == null || path.length() < 2) {
            throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, type + "://" + (host == null ? "…" : host));
        }
        String user = address.getUserInfo() == null ? "" : address.getUserInfo();
        String text = type + "://" + host + path;
        if (user.contains(":")) {
            throw new GodwitException(ErrorCode.CONNECTION_REFUSED_PROPERTY, text, "password", "passwords do not belong in an address");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                properties.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return connection(type, host, address.getPort(), path.substring(1), user, text, properties);
    }

    /** A plus stands for itself here. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Connection connection(
            String type, String host, int port, String database, String user, String text, Map<String, String> properties) {
        for (String secret : List.of("password", "passwd", "pwd")) {
            if (properties.containsKey(secret)) {
                throw new GodwitException(ErrorCode.CONNECTION_REFUSED_PROPERTY, text, secret, "passwords do not belong in an address");
            }
        }
        String schema = taken(properties, "schema", "currentSchema");
        String name = user.isEmpty() ? taken(properties, "user") : user;
        String certificate = taken(properties, "certificate");
        String tls = taken(properties, "tls");
        Connection.Tls wanted = switch (tls) {
            case "", "verify-full" -> certificate.isEmpty() ? Connection.Tls.VERIFY_FULL : Connection.Tls.PINNED;
            case "pinned" -> Connection.Tls.PINNED;
            case "off" -> Connection.Tls.OFF;
            default -> throw new GodwitException(ErrorCode.CONNECTION_REFUSED_PROPERTY, text, "tls", "it is verify-full, pinned or off");
        };
        if ((wanted == Connection.Tls.PINNED) == certificate.isEmpty()) {
            throw new GodwitException(ErrorCode.CONNECTION_REFUSED_PROPERTY, text, "certificate", "it goes with tls=pinned, as 64 hexadecimal digits");
        }
        return new Connection(
                type, host, Math.max(0, port), database, schema, name, taken(properties, "passwordFrom"), wanted,
                certificate.isEmpty() ? null : certificate, properties);
    }

    private static String taken(Map<String, String> properties, String... names) {
        String value = "";
        for (String name : names) {
            String found = properties.remove(name);
            value = found == null ? value : found;
        }
        return value;
    }

    /** Returns the different names of a folder's files or of a glob, by their endings; empty if there is nothing to tell by. */
    static List<String> endings(Path path) {
        String name = String.valueOf(path.getFileName());
        if (name.indexOf('*') >= 0) {
            return List.of(name.replace("*", "x").replace("?", "x"));
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.startsWith(".") && !OwnTables.isOwn(file))
                    .map(file -> file.indexOf('.') < 0 ? file : "x" + file.substring(file.indexOf('.')))
                    .distinct()
                    .limit(20)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
