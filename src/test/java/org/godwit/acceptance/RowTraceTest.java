package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.godwit.analysis.trace.Place;
import org.godwit.analysis.trace.Trace;
import org.godwit.analysis.trace.Tracer;
import org.godwit.duck.Leases;
import org.godwit.duck.Session;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.task.ContentHash;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell of a table that came from a file leads to its row, and says whether the file is what it was when it was read. */
class RowTraceTest extends PlacesFixture {
    private Trace trace(Plan plan, long doc) {
        return new Tracer(new Leases(), run -> Optional.of(folder), places.workbench()::document)
                .trace(new Place(Path.of(places.file("t.duckdb")), plan.tables().getFirst().name(), doc, "", 0, "ms"), new TaskContext());
    }

    private Plan loaded(String source) {
        Plan plan = places.plan(List.of(source), places.file("t.duckdb"), Optional.empty());
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        return plan;
    }

    @ParameterizedTest
    @CsvSource({"csv, false", "csv, true", "parquet, false", "parquet, true"})
    void saysWhetherTheFileIsTheSame(String type, boolean inFolder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("in")).resolve("runs." + type);
        if (type.equals("csv")) {
            Files.writeString(file, "name,ms\nbert,1.5\nclip,2.5\n");
        } else {
            try (Session session = Session.open(folder.resolve("make.duckdb"))) {
                session.execute("COPY (SELECT * FROM (VALUES ('bert', 1.5::DOUBLE), ('clip', 2.5::DOUBLE)) t(name, ms)) TO '" + file + "'");
            }
        }
        Plan plan = loaded((inFolder ? folder.resolve("in") : file).toString());
        String sha256 = ContentHash.of(file);

        Trace same = trace(plan, 1);
        assertThat(same.source().state()).isEqualTo(Trace.State.SAME);
        assertThat(same.source().sha256()).isEqualTo(sha256);
        assertThat(same.source().found()).isEqualTo(sha256);
        assertThat(same.source().path()).hasFileName("runs." + type);
        assertThat(same.spot()).hasValueSatisfying(spot -> assertThat(spot.value()).isEqualTo("2.5"));

        if (type.equals("csv")) {
            Files.writeString(file, "vit,3.5\n", StandardOpenOption.APPEND);
            places.run(plan);
            assertThat(trace(plan, 1).source()).as("rows were added").isEqualTo(same.source());
            assertThat(trace(plan, 2).source().sha256()).isEqualTo(ContentHash.of(file));
            assertThat(trace(plan, 2).source().state()).isEqualTo(Trace.State.SAME);
            Files.writeString(file, Files.readString(file).replace("2.5", "9.5"));
            Trace changed = trace(plan, 1);
            assertThat(changed.source().state()).isEqualTo(Trace.State.CHANGED);
            assertThat(changed.spot()).hasValueSatisfying(spot -> assertThat(spot.value()).isEqualTo("9.5"));
            Files.write(file, "name,ms\nbert,1.5\nclip,7\n".getBytes(StandardCharsets.UTF_8));
            assertThat(trace(plan, 1).source().state()).as("shorter").isEqualTo(Trace.State.CHANGED);
        }
        Files.delete(file);
        assertThat(trace(plan, 1).source().state()).isEqualTo(Trace.State.GONE);
        assertThat(trace(plan, 1).source().sha256()).isEqualTo(sha256);
    }

    @Test
    void ofADatabaseNothingSaysIt() throws Exception {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (name TEXT, ms REAL)", "INSERT INTO runs VALUES ('bert', 1.5), ('clip', 2.5)");
        Trace trace = trace(loaded(source), 1);
        assertThat(trace.source().state()).isEqualTo(Trace.State.NOW);
        assertThat(trace.source().sha256()).isEmpty();
        assertThat(trace.source().isOfFile()).isFalse();
    }
}
