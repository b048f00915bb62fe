package org.godwit.connector.postgresql;

import org.godwit.connector.TargetContract;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.testing.PostgresServer;

/** What every target promises, by a real server. */
final class PostgresTargetContractTest extends TargetContract {
    private final Place place = PostgresServer.shared().place(PostgresServer.shared().newDatabase());

    @Override
    protected TargetConnector connector() {
        return new PostgresTarget(connection -> new char[0]);
    }

    @Override
    protected Place place() {
        return place;
    }
}
