package org.godwit.connector.postgresql;

import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.connector.spi.server.ServerPlace;
import org.godwit.model.DataType;
import org.godwit.task.TaskContext;

/** Tables of a PostgreSQL server, version 12 or newer, as a target: one transaction a run. Thread-safe. */
public final class PostgresTarget implements TargetConnector {
    private final Secrets secrets;

    public PostgresTarget(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return PostgresConnector.TYPE;
    }

    @Override
    public TypeMapping mapping(DataType type) {
        return TypeNames.mapping(type);
    }

    @Override
    public boolean appends() {
        return true;
    }

    @Override
    public TargetSession open(Place place, TaskContext context) {
        return PostgresSession.open(new Login(secrets, context), ServerPlace.connection(place), context);
    }
}
