package org.godwit.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.Connectors;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.VerificationResult;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;

/** What {@code godwit migrate} does between any two places, with every connector there is and a workspace of its own. */
final class Places {
    private final Path folder;
    private final Workbench workbench;

    Places(Path folder) {
        this.folder = folder;
        Connectors all = Connectors.all(connection ->
                connection.type().equals("postgresql") ? new char[0] : MariaServer.PASSWORD.toCharArray());
        this.workbench = new LocalWorkbench(all.source(), all.targets(), new Workspace(folder.resolve("home")));
    }

    Path folder() {
        return folder;
    }

    Workbench workbench() {
        return workbench;
    }

    static String postgres() {
        PostgresServer server = PostgresServer.shared();
        return "postgresql://postgres@127.0.0.1:" + server.port() + "/" + server.newDatabase() + "?tls=off";
    }

    static String mariadb() {
        MariaServer server = MariaServer.get();
        return "mariadb://" + MariaServer.USER + "@127.0.0.1:" + server.port() + "/" + server.newDatabase() + "?tls=off";
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    /** Returns a new place for a target. */
    String target(String kind) {
        return switch (kind) {
            case "postgresql" -> postgres();
            case "mariadb" -> mariadb();
            default -> file("t." + kind);
        };
    }

    Plan plan(List<String> sources, String target, Optional<String> recipe) {
        return workbench.inspectAndPropose(sources, target, recipe, new TaskContext()).plan();
    }

    RunResult run(Plan plan) {
        return workbench.run(plan, folder, RunOptions.usual(), new TaskContext());
    }

    RunResult migrate(String source, String target) {
        return run(plan(List.of(source), target, Optional.empty()));
    }

    VerificationResult verify(Plan plan) {
        return workbench.verify(plan, folder, new TaskContext());
    }
}
