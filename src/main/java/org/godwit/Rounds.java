package org.godwit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
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
 * Commands that read files and go the roads between databases, carried out one after another for the launcher that records a
 * start-up cache: the cache is made of what was loaded, and of how often which way was taken in the code. Asked for by the
 * system property {@code godwit.rehearse}.
 */
final class Rounds {
    /** So many, so often, that what is done with each value is counted often enough to be known from the first moment on. */
    private static final int FILES = 5_000;
    private static final int TIMES = 4;
    private static final int ROWS = 2_000;
    private static final TargetTable TABLE = TargetTable.plain(
            "results", List.of("id", "model", "ok", "latency", "made"),
            List.of(DataType.BIGINT, DataType.VARCHAR, DataType.BOOLEAN, DataType.DOUBLE, DataType.TIMESTAMP));
    /** What no command meets here: what is done with servers, since there are none, and in processes of their own, which take the same cache. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "org/godwit/Main.class", "org/godwit/connector/(postgresql|mariadb|spi/(server|probe))/.*",
            "org/postgresql/Driver.class", "org/postgresql/((core|copy|jdbc|util|shaded|hostchooser|plugin)/.*|[A-Z].*)",
            "org/mariadb/jdbc/Driver.class", "org/mariadb/jdbc/((client|codec|export|message|plugin/codec|util)/.*|[A-Z].*)");

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
        Path results = folder.resolve("results");
        new MadeResults().write(results, FILES);
        for (int time = 0; time < TIMES; time++) {
            migrate(results, folder.resolve("results" + time + ".duckdb"));
        }
        Path sample = folder.resolve("sample");
        command.accept(new String[] {"sample", "generate", sample.toString(), "--files", "100"});
        command.accept(new String[] {"migrate", sample.toString(), "--to", folder.resolve("sample.duckdb").toString(), "--recipe", "benchmark-results"});
        Path sqlite = folder.resolve("rows.sqlite");
        Path duckdb = folder.resolve("rows.duckdb");
        makeSqlite(sqlite);
        makeDuckDb(duckdb);
        migrate(sqlite, folder.resolve("copy.duckdb"));
        migrate(duckdb, folder.resolve("copy.sqlite"));
        command.accept(new String[] {"verify", folder.resolve("copy.sqlite").toString(), "--json"});
        command.accept(new String[] {"inspect", sqlite.toString(), "--json"});
        meetServers();
        ELSEWHERE.forEach(Rounds::meet);
    }

    /** Nobody listens there: that much of a connection is met, and what PostgreSQL proves passwords with. */
    private void meetServers() {
        for (String type : List.of("postgresql", "mariadb")) {
            command.accept(new String[] {"inspect", type + "://nobody@127.0.0.1:1/none?tls=off", "--password-env", "PATH"});
        }
        try {
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
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

    /** Loads classes of the jar that another one is in. */
    private static void meet(String resource, String classes) {
        ClassLoader loader = Rounds.class.getClassLoader();
        Predicate<String> wanted = Pattern.compile(classes + "\\.class").asMatchPredicate();
        try {
            JarURLConnection jar = (JarURLConnection) Objects.requireNonNull(loader.getResource(resource), resource).openConnection();
            for (String name : jar.getJarFile().stream().map(JarEntry::getName).filter(wanted).toList()) {
                load(name.substring(0, name.length() - ".class".length()).replace('/', '.'), loader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // A driver has parts that need libraries which Godwit does without.
        }
    }
}
