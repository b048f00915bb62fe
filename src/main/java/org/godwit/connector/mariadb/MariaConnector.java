package org.godwit.connector.mariadb;

import java.util.List;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.server.ServerPlace;
import org.godwit.task.TaskContext;

/** Tables of a database on a MariaDB or MySQL server. Thread-safe. */
public final class MariaConnector implements TableConnector {
    /** The name in plans of the servers that this is made for. */
    public static final String MARIADB = "mariadb";
    /** The name in plans of the servers that speak the same language. */
    public static final String MYSQL = "mysql";

    private final Secrets secrets;
    private final String type;

    public MariaConnector(Secrets secrets) {
        this(secrets, MARIADB);
    }

    /**
     * @param type {@link #MARIADB} or {@link #MYSQL}
     */
    public MariaConnector(Secrets secrets, String type) {
        this.secrets = secrets;
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    /** No file is a server. */
    @Override
    public boolean recognises(byte[] first, String name) {
        return false;
    }

    @Override
    public TableSource open(Place place, List<String> include, TaskContext context) {
        return MariaSource.open(ServerPlace.connection(place), secrets, include, context);
    }
}
