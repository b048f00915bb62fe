package org.godwit;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.godwit.cli.Querying;
import org.godwit.connector.Connectors;
import org.godwit.connector.secret.LateKeyStore;
import org.godwit.connector.secret.NamedSecrets;
import org.godwit.connector.secret.SystemKeyStore;
import org.godwit.connector.spi.KeyStore;
import org.godwit.connector.spi.Secrets;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.store.Workspace;
import org.jspecify.annotations.Nullable;

/** Puts the parts together: the one place that knows which connector, engine and workspace there are. */
final class Wiring {
    private static final KeyStore KEY_STORE = new LateKeyStore(() -> new SystemKeyStore());

    private Wiring() {}

    static KeyStore keyStore() {
        return KEY_STORE;
    }

    static Workbench workbench() {
        return workbench(Workspace.ofUser());
    }

    static Workbench workbench(Workspace workspace) {
        return workbench(workspace, new NamedSecrets(System::getenv, KEY_STORE, Wiring::ask));
    }

    static Workbench workbench(Workspace workspace, Secrets secrets) {
        Connectors connectors = Connectors.all(connection -> {
            Logging.hushDrivers();
            return secrets.password(connection);
        });
        return new LocalWorkbench(connectors.source(), connectors.targets(), workspace);
    }

    /** Asks on the terminal, if there is one. */
    private static char @Nullable [] ask(Connection connection) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("Password of %s at %s: ", connection.user(), connection.text()))
                .orElse(null);
    }

    static void query(String location, String sql, Querying.Rows rows) {
        QueryResult result = Query.rows(database(location), sql, QueryLimits.ALL, () -> Thread.currentThread().isInterrupted());
        rows.columns(result.columns().stream().map(QueryResult.Column::name).toList());
        result.rows().forEach(rows::row);
    }

    private static Path database(String location) {
        try {
            Path path = Path.of(location);
            if (!Files.exists(path)) {
                throw new GodwitException(ErrorCode.SOURCE_MISSING, location);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.LOCATION_UNKNOWN, location);
        }
    }
}
