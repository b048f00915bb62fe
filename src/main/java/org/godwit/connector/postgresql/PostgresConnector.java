package org.godwit.connector.postgresql;

import java.util.List;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.server.ServerPlace;
import org.godwit.task.TaskContext;

/** Tables of a PostgreSQL server, version 12 or newer, as sources. Thread-safe. */
public final class PostgresConnector implements TableConnector {
    /** The name in plans. */
    static final String TYPE = "postgresql";

    private final Secrets secrets;

    public PostgresConnector(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** No file is a server. */
    @Override
    public boolean recognises(byte[] first, String name) {
        return false;
    }

    /**
     * {@inheritDoc}
     *
     * @param include names or globs of the usual schema, or with another schema and a dot in front
     */
    @Override
    public TableSource open(Place place, List<String> include, TaskContext context) {
        return PostgresSource.open(new Login(secrets, context), ServerPlace.connection(place), new Selection(include), context);
    }
}
