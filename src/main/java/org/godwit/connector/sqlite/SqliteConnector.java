package org.godwit.connector.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.probe.Probe;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;

/**
 * SQLite files as sources. A file is opened for reading only; nothing in it is trusted, nothing of it is run, and as
 * long as SQLite can do without, nothing is put beside it.
 *
 * <p>While a source is open, the file must not be opened and closed by other means in this process, not even to read
 * it: on POSIX systems that drops SQLite's locks.
 */
public final class SqliteConnector implements TableConnector {
    static final String TYPE = "sqlite";

    private final Supplier<Road> road;

    /** Reads by the fastest way that this machine has, looked for when first needed. */
    public SqliteConnector() {
        this.road = Road::best;
    }

    SqliteConnector(Road road) {
        this.road = () -> road;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean recognises(byte[] first, String name) {
        return SqliteFile.recognises(first);
    }

    @Override
    public void foresee(Place place) {
        if (place instanceof Place.Files(Path path)) {
            Probe.begin(path, TYPE);
        }
    }

    @Override
    public TableSource open(Place place, List<String> include, TaskContext context) {
        return switch (place) {
            case Place.Files file -> SqliteSource.open(road.get(), file.path(), include, context);
            case Place.Server server -> throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, server.text());
        };
    }
}
