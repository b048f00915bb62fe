package org.godwit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.analysis.trace.Tracer;
import org.godwit.app.GodwitApp;
import org.godwit.app.Services;
import org.godwit.app.place.EnteredPasswords;
import org.godwit.app.result.TablePages;
import org.godwit.connector.secret.NamedSecrets;
import org.godwit.duck.Lease;
import org.godwit.duck.Leases;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.duck.Sql;
import org.godwit.duck.TargetCatalog;
import org.godwit.engine.Workbench;
import org.godwit.model.Connection;
import org.godwit.store.NewRun;
import org.godwit.store.Workspace;
import org.jspecify.annotations.Nullable;

/** Puts the window together. Apart from {@link Wiring}, so that the command line never loads JavaFX. */
final class WindowWiring {
    private static final String SAMPLE = "samples/benchmark-results";
    private static final List<String> NUMBERS = List.of("INTEGER", "BIGINT", "HUGEINT", "DOUBLE", "DECIMAL");

    private WindowWiring() {}

    /** Opens the window and returns once it is closed. */
    static void open() {
        GodwitApp.launch(() -> {
            Workspace workspace = Workspace.ofUser();
            Logging.toFile(workspace.folder());
            Leases leases = new Leases();
            EnteredPasswords passwords = new EnteredPasswords();
            NamedSecrets named = new NamedSecrets(System::getenv, Wiring.keyStore(), passwords::ask);
            Workbench workbench = Wiring.workbench(workspace, connection -> password(connection, passwords, named));
            return new Services(workbench, WindowWiring::page, leases, tracer(leases, workspace), workspace.folder(), sample(), passwords);
        });
    }

    /** What was entered goes before what the environment has for connections that name nothing. */
    private static char[] password(Connection connection, EnteredPasswords passwords, NamedSecrets named) {
        char[] entered = connection.password().isEmpty() ? passwords.ask(connection) : null;
        return entered == null || entered.length == 0 ? named.password(connection) : entered;
    }

    static Tracer tracer(Leases leases, Workspace workspace) {
        return new Tracer(leases, run -> workspace.runs().plan(run).map(NewRun::base));
    }

    private static Optional<Path> sample() {
        Path sample = Path.of(System.getProperty("godwit.home", ".")).resolve(SAMPLE);
        return Files.isDirectory(sample) ? Optional.of(sample.toAbsolutePath().normalize()) : Optional.empty();
    }

    static TablePages.Page page(Path database, String table, long offset, int limit) {
        try (Lease lease = new Lease(database)) {
            TargetCatalog catalog = new TargetCatalog(lease);
            QueryResult result = catalog.page("main", table, offset, limit, () -> Thread.currentThread().isInterrupted());
            QueryResult count = Query.rows(lease, "SELECT count(*) FROM " + Sql.name(table), QueryLimits.ALL, () -> Thread.currentThread().isInterrupted());
            long total = count.rows().get(0).get(0) instanceof Number rows ? rows.longValue() : 0;
            List<TablePages.Column> columns = result.columns().stream()
                    .map(c -> new TablePages.Column(c.name(), c.type(), NUMBERS.stream().anyMatch(n -> c.type().startsWith(n))))
                    .toList();
            return new TablePages.Page(columns, result.rows().stream().map(WindowWiring::texts).toList(), offset, total);
        }
    }

    private static List<@Nullable String> texts(List<@Nullable Object> row) {
        List<@Nullable String> texts = new ArrayList<>(row.size());
        for (Object value : row) {
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }
}
