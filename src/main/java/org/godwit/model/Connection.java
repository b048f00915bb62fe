package org.godwit.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a database on a server is reached. Holds no secret: a password is only named.
 *
 * @param type the connector, such as {@code postgresql}
 * @param port 0 for the server's usual one
 * @param schema empty for the connector's usual one
 * @param user empty for the person who runs Godwit
 * @param password where the password is, as a {@link SecretPlace} is written; empty to ask
 * @param certificate SHA-256 of the server's certificate as 64 hexadecimal digits, for {@link Tls#PINNED} only
 * @param properties of the driver, by allow-list; checked before anything is opened
 */
public record Connection(
        String type,
        String host,
        int port,
        String database,
        String schema,
        String user,
        String password,
        Tls tls,
        @Nullable String certificate,
        Map<String, String> properties) {
    /** How the way to the server is protected. */
    public enum Tls {
        /** The certificate is signed by somebody who is trusted, and is the host's. */
        VERIFY_FULL,
        /** The certificate is exactly this one. */
        PINNED,
        /** No protection; for servers on this machine only. */
        OFF
    }

    public Connection {
        properties = java.util.Collections.unmodifiableMap(new TreeMap<>(properties));
        if ((tls == Tls.PINNED) != (certificate != null)) {
            throw new IllegalArgumentException("a pinned certificate needs its fingerprint");
        }
    }

    /** Returns the place in words, without user and password: {@code postgresql://db.example.org:5432/results}. */
    public String text() {
        return type + "://" + host + (port == 0 ? "" : ":" + port) + "/" + database + (schema.isEmpty() ? "" : "?schema=" + schema);
    }

    /** Returns everything but secrets as one address that can be read back: {@code postgresql://ada@localhost/results?tls=off}. */
    public String address() {
        boolean plain = !user.isEmpty() && user.chars().allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "._-".indexOf(c) >= 0);
        Map<String, String> query = new LinkedHashMap<>(properties);
        query.put("user", plain ? "" : user);
        query.put("schema", schema);
        query.put("passwordFrom", password);
        query.put("tls", switch (tls) {
            case VERIFY_FULL -> "";
            case PINNED -> "pinned";
            case OFF -> "off";
        });
        query.put("certificate", certificate == null ? "" : certificate);
        String parts = query.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + escaped(part.getValue()))
                .collect(Collectors.joining("&"));
        String at = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return type + "://" + (plain ? user + "@" : "") + at + (port == 0 ? "" : ":" + port) + "/" + escaped(database) + (parts.isEmpty() ? "" : "?" + parts);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/").replace("%3A", ":");
    }

    /** Returns whether the server is on this machine. */
    public boolean isLocal() {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1") || host.equals("[::1]");
    }
}
