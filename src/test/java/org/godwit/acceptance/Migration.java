package org.godwit.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.json.JsonConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.VerificationResult;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;

/** What {@code godwit migrate} does, step by step, with a workspace and a target in a folder of its own. */
final class Migration {
    private final Path folder;
    private final Workbench workbench;

    Migration(Path folder) {
        this.folder = folder;
        this.workbench = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home")));
    }

    /** Where {@link #file} writes. */
    Path in() {
        return folder.resolve("in");
    }

    Path target() {
        return folder.resolve("out.duckdb");
    }

    Migration file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Migration file(String name, byte[] content) {
        try {
            Path file = in().resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Inspection inspect(Path source) {
        return workbench.inspect(List.of(source.toString()), new TaskContext());
    }

    Plan plan(Path source, Optional<String> recipe) {
        return workbench.inspectAndPropose(List.of(source.toString()), target().toString(), recipe, new TaskContext()).plan();
    }

    RunResult run(Plan plan) {
        return workbench.run(plan, folder, RunOptions.usual(), new TaskContext());
    }

    VerificationResult verify(Plan plan) {
        return workbench.verify(plan, folder, new TaskContext());
    }

    /** Returns the rows of a query as text, NULL as the empty text. */
    List<List<String>> query(String sql) {
        try (ReadOnlyFile file = ReadOnlyFile.open(target()); Session session = file.session()) {
            return session.texts(sql);
        }
    }
}
