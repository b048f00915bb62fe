package org.godwit.connector.mariadb;

import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.connector.spi.server.ServerPlace;
import org.godwit.model.DataType;
import org.godwit.task.TaskContext;

/** Writes tables into a database on a MariaDB or MySQL server. Thread-safe. */
public final class MariaTarget implements TargetConnector {
    private final Secrets secrets;
    private final String type;

    public MariaTarget(Secrets secrets) {
        this(secrets, MariaConnector.MARIADB);
    }

    /**
     * @param type {@link MariaConnector#MARIADB} or {@link MariaConnector#MYSQL}
     */
    public MariaTarget(Secrets secrets, String type) {
        this.secrets = secrets;
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public TypeMapping mapping(DataType planned) {
        return MariaTypes.of(planned);
    }

    @Override
    public boolean appends() {
        return true;
    }

    @Override
    public TargetSession open(Place place, TaskContext context) {
        return MariaSession.open(ServerPlace.connection(place), secrets, context);
    }
}
