package org.godwit.engine.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.task.TaskContext;

/** The targets there are beside DuckDB. Immutable and thread-safe. */
public final class Outlets {
    /** No targets but DuckDB. */
    public static final Outlets NONE = new Outlets(List.of(), Path.of(System.getProperty("java.io.tmpdir", ".")));

    private final List<TargetConnector> connectors;
    private final Path hubs;

    /** @param hubs the folder where hubs are made while a run lasts */
    public Outlets(List<TargetConnector> connectors, Path hubs) {
        this.connectors = List.copyOf(connectors);
        this.hubs = hubs;
    }

    /**
     * Returns where the hub of a run is made.
     *
     * @throws GodwitException WORKSPACE_UNUSABLE if the folder cannot be made
     */
    public Path hub(String run) {
        try {
            Files.createDirectories(hubs);
            return hubs.resolve(run + ".duckdb");
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.WORKSPACE_UNUSABLE, hubs, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the connector of a type; empty for DuckDB and JSON, which need none. */
    public Optional<TargetConnector> connector(String type) {
        return connectors.stream().filter(connector -> connector.type().equals(type)).findFirst();
    }

    /** Returns where a target is. */
    public static Place place(Plan.Target target, Path base) {
        Connection server = target.connection();
        return server == null ? new Place.Files(base.resolve(target.path()).toAbsolutePath().normalize()) : new Place.Server(server);
    }

    /**
     * Opens the target of a plan.
     *
     * @param base where relative paths start
     * @throws GodwitException TARGET_UNSUPPORTED, and what the connector throws
     */
    public Outlet open(Plan plan, Path base, TaskContext context) {
        Plan.Target target = plan.target();
        if (target == null) {
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, "none");
        }
        if (target.type().equals("json")) {
            return new DocumentOutlet(base.resolve(target.path()).toAbsolutePath().normalize());
        }
        TargetConnector connector = connector(target.type()).orElseThrow(() -> new GodwitException(ErrorCode.TARGET_UNSUPPORTED, target.type()));
        Place place = place(target, base);
        return new TableOutlet(connector, connector.open(place, context), place, plan, context);
    }
}
