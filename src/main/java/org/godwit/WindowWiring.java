package org.godwit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.godwit.analysis.explore.Explorer;
import org.godwit.analysis.trace.Tracer;
import org.godwit.app.GodwitApp;
import org.godwit.app.Services;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.place.EnteredPasswords;
import org.godwit.connector.secret.NamedSecrets;
import org.godwit.duck.Leases;
import org.godwit.engine.Workbench;
import org.godwit.model.Connection;
import org.godwit.store.NewRun;
import org.godwit.store.Workspace;

/** Puts the window together. Apart from {@link Wiring}, so that the command line never loads JavaFX. */
final class WindowWiring {
    private static final String SAMPLE = "samples/benchmark-results";

    private WindowWiring() {}

    /** Opens the window and returns once it is closed. */
    static void open() {
        GodwitApp.launch(() -> {
            Workspace workspace = Workspace.ofUser();
            Logging.toFile(workspace.folder());
            Leases leases = new Leases();
            EnteredPasswords passwords = new EnteredPasswords(Optional.of(Wiring.keyStore()));
            NamedSecrets named = new NamedSecrets(System::getenv, Wiring.keyStore(), passwords::ask);
            Workbench workbench = Wiring.workbench(workspace, connection -> password(connection, passwords, named));
            return new Services(workbench, TableOpener.of(new Explorer(leases)), leases, tracer(leases, workspace, workbench), workspace.folder(), sample(), passwords);
        });
    }

    /** What was entered goes before what the environment has for connections that name nothing. */
    private static char[] password(Connection connection, EnteredPasswords passwords, NamedSecrets named) {
        char[] entered = connection.password().isEmpty() ? passwords.ask(connection) : null;
        return entered == null || entered.length == 0 ? named.password(connection) : entered;
    }

    static Tracer tracer(Leases leases, Workspace workspace, Workbench workbench) {
        return new Tracer(leases, run -> workspace.runs().plan(run).map(NewRun::base), workbench::document);
    }

    private static Optional<Path> sample() {
        Path sample = Path.of(System.getProperty("godwit.home", ".")).resolve(SAMPLE);
        return Files.isDirectory(sample) ? Optional.of(sample.toAbsolutePath().normalize()) : Optional.empty();
    }
}
