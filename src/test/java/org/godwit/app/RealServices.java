package org.godwit.app;

import java.nio.file.Path;
import java.util.Optional;
import org.godwit.analysis.explore.Explorer;
import org.godwit.analysis.trace.Tracer;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.place.EnteredPasswords;
import org.godwit.connector.Connectors;
import org.godwit.duck.Leases;
import org.godwit.engine.LocalWorkbench;
import org.godwit.store.Workspace;

/** The services of the real program. */
final class RealServices {
    private RealServices() {}

    /**
     * Returns them: every source and target, and passwords as they are entered in the window.
     *
     * @param folder is the workspace
     */
    static Services in(Path folder, Leases leases) {
        EnteredPasswords passwords = new EnteredPasswords();
        Connectors connectors = Connectors.all(connection -> {
            char[] entered = passwords.ask(connection);
            return entered == null ? new char[0] : entered;
        });
        LocalWorkbench workbench = new LocalWorkbench(connectors.source(), connectors.targets(), new Workspace(folder.resolve("home")));
        Tracer tracer = new Tracer(leases, run -> Optional.empty(), workbench::document);
        return new Services(workbench, TableOpener.of(new Explorer(leases)), leases, tracer, folder, Optional.empty(), passwords);
    }
}
