package org.godwit.connector.sqlite;

import java.nio.file.Path;
import org.godwit.connector.TargetContract;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every target promises, kept by SQLite on each road to it. */
@ParameterizedClass
@EnumSource(Road.class)
final class SqliteTargetContractTest extends TargetContract {
    private final Road road;

    @TempDir
    Path folder;

    SqliteTargetContractTest(Road road) {
        this.road = road;
    }

    @Override
    protected TargetConnector connector() {
        return new SqliteTarget(road);
    }

    @Override
    protected Place place() {
        return new Place.Files(folder.resolve("target.db"));
    }
}
