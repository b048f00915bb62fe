package org.godwit.connector.mariadb;

import java.util.List;
import org.godwit.connector.TargetContract;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;

/** What every target promises, kept by MariaDB. */
final class MariaTargetTest extends TargetContract {
    private final String database = MariaServer.get().newDatabase();

    @Override
    protected TargetConnector connector() {
        return new MariaTarget(MariaServer.SECRETS);
    }

    @Override
    protected Place place() {
        return new Place.Server(MariaServer.get().connection(database));
    }

    // MariaDB's names have no characters beyond the basic plane.
    @Override
    protected List<String> names() {
        return super.names().stream().filter(name -> name.chars().noneMatch(c -> Character.isSurrogate((char) c))).toList();
    }
}
