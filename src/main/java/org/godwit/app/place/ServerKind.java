package org.godwit.app.place;

import java.util.Arrays;
import java.util.Optional;

/** The servers that can be chosen. */
public enum ServerKind {
    POSTGRESQL("postgresql", "PostgreSQL", 5432),
    MARIADB("mariadb", "MariaDB", 3306),
    MYSQL("mysql", "MySQL", 3306);

    private final String type;
    private final String title;
    private final int port;

    ServerKind(String type, String title, int port) {
        this.type = type;
        this.title = title;
        this.port = port;
    }

    /** The name in plans. */
    public String type() {
        return type;
    }

    /** The name that people know; the same in every language. */
    public String title() {
        return title;
    }

    /** The port that these servers usually have. */
    public int port() {
        return port;
    }

    /** Returns whether a server has schemas below its databases. */
    public boolean hasSchemas() {
        return this == POSTGRESQL;
    }

    static Optional<ServerKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
