package org.godwit.connector.mariadb;

import java.util.List;
import org.godwit.connector.TargetContract;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What every target promises, kept by a server that forbids LOAD DATA LOCAL. */
final class MariaBulkTargetTest extends TargetContract {
    private final String database = MariaServer.get().newDatabase();

    @BeforeAll
    static void forbid() {
        MariaServer.get().run("", "SET GLOBAL local_infile = 0");
    }

    @AfterAll
    static void allow() {
        MariaServer.get().run("", "SET GLOBAL local_infile = 1");
    }

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
