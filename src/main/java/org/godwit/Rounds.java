package org.godwit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.godwit.connector.Connectors;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.duck.Session;
import org.godwit.model.DataType;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;

/**
 * Commands that go the roads between databases, carried out one after another for the launcher that records a start-up cache:
 * the cache is made of what was loaded. Asked for by the system property {@code godwit.rehearse}.
 */
final class Rounds {
    private static final int ROWS = 2_000;
    private static final TargetTable TABLE = TargetTable.plain(
            "results", List.of("id", "model", "ok", "latency", "made"),
            List.of(DataType.BIGINT, DataType.VARCHAR, DataType.BOOLEAN, DataType.DOUBLE, DataType.TIMESTAMP));
    /** What runs in processes of its own, which take the same cache. */
    private static final List<String> ELSEWHERE = List.of("ProbeMain", "DuckDbTrial", "SqliteTrial");

    private final Path folder;
    private final Consumer<String[]> command;

    /**
     * @param folder where files may be made
     * @param command carries out a command line
     */
    Rounds(Path folder, Consumer<String[]> command) {
        this.folder = folder;
        this.command = command;
    }

    void play() {
        Path sqlite = folder.resolve("rows.sqlite");
        Path duckdb = folder.resolve("rows.duckdb");
        makeSqlite(sqlite);
        makeDuckDb(duckdb);
        migrate(sqlite, folder.resolve("copy.duckdb"));
        migrate(duckdb, folder.resolve("copy.sqlite"));
        command.accept(new String[] {"verify", folder.resolve("copy.sqlite").toString(), "--json"});
        command.accept(new String[] {"inspect", sqlite.toString(), "--json"});
        ELSEWHERE.forEach(Rounds::meet);
    }

    private void migrate(Path from, Path to) {
        command.accept(new String[] {"migrate", from.toString(), "--to", to.toString(), "--json"});
    }

    private static void makeSqlite(Path file) {
        Connectors connectors = Connectors.all(connection -> new char[0]);
        TargetConnector connector = connectors.targets().stream().filter(target -> target.type().equals("sqlite")).findFirst().orElseThrow();
        try (TargetSession session = connector.open(new Place.Files(file), new TaskContext())) {
            session.create(TABLE);
            session.write(TABLE, sink -> sink.accept(rows()));
            session.finish(List.of(TABLE), List.of());
            session.commit();
        }
    }

    private static RowBatch rows() {
        RowBatch rows = TABLE.batch();
        for (int row = 0; row < ROWS; row++) {
            rows.column(0).addLong(row);
            rows.column(1).addObject("model-" + row % 7);
            rows.column(2).addLong(row % 2);
            rows.column(3).addDouble(row / 7.0);
            rows.column(4).addLong(row * 1_000_000L);
        }
        return rows;
    }

    private static void makeDuckDb(Path file) {
        try (Session session = Session.open(file)) {
            session.execute("CREATE TABLE results AS SELECT i AS id, 'model-' || i % 7 AS model, i % 2 = 0 AS ok, i / 7.0 AS latency,"
                    + " make_timestamp(i * 1000000) AS made FROM range(" + ROWS + ") t(i)");
        }
    }

    private static void meet(String name) {
        try {
            Class.forName("org.godwit.connector.spi.probe." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("it has another name now", e);
        }
    }
}
