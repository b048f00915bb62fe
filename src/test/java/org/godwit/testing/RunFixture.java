package org.godwit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.godwit.connector.json.JsonConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.run.PlanRunner;
import org.godwit.engine.verify.Verifier;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.VerificationResult;
import org.godwit.task.TaskContext;

/** A folder of documents, a plan and a target to run it into. */
public final class RunFixture {
    private final Path folder;
    private int runs;

    public RunFixture(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public Path target() {
        return folder.resolve("out.duckdb");
    }

    /** Writes a source file below {@code in}. */
    public RunFixture file(String name, String text) {
        try {
            Path file = folder.resolve("in").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a plan of its datasets and tables as JSON, without the braces. */
    public Plan plan(String body) {
        return PlanReader.read(
                "{\"version\": 1, \"name\": \"test\", \"sources\": [{\"name\": \"files\", \"type\": \"json\", \"path\": \"in\"}],"
                        + " \"target\": {\"type\": \"duckdb\", \"path\": \"out.duckdb\"}, " + body.replace('`', '"') + "}",
                "test.plan.json");
    }

    public RunResult run(Plan plan) {
        return run(plan, new RunOptions(false, 2, true, Options.Strategy.BALANCED), new TaskContext());
    }

    public RunResult run(Plan plan, RunOptions options, TaskContext context) {
        return new PlanRunner(plan, folder, options, context, new JsonConnector(), "run-" + ++runs).run();
    }

    public RunResult run(String body) {
        return run(plan(body));
    }

    /** Returns the rows of a query as text, NULL as the empty text. */
    public List<List<String>> query(String sql) {
        try (ReadOnlyFile file = ReadOnlyFile.open(target()); Session session = file.session()) {
            return session.texts(sql);
        }
    }

    /** Changes the target behind Godwit's back. */
    public void tamper(String sql) {
        try (Session session = Session.open(target())) {
            session.execute(sql);
        }
    }

    public VerificationResult verify() {
        try (ReadOnlyFile file = ReadOnlyFile.open(target())) {
            return new Verifier(file::session, 2, new TaskContext()).verify(java.util.Set.of());
        }
    }
}
