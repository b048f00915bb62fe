package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is broken is named with its place; what is only strange comes through; all else goes on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class BadInputTest {
    private static final String COLUMNS_PLAN = """
            {"version": 1, "name": "strange", "sources": [{"name": "files", "type": "json", "path": "in"}],
             "target": {"type": "duckdb", "path": "out.duckdb"}, "datasets": [{"name": "all", "match": {"types": {"$": "object"}}}],
             "tables": [{"name": "t",
              "columns": [{"name": "real", "type": "DOUBLE"}, {"name": "text", "type": "VARCHAR"}, {"name": "info", "type": "JSON"}, {"name": "huge", "type": "HUGEINT"}],
              "feeds": [{"dataset": "all", "rows": "$", "set": {"real": "@.real", "text": "@.text", "info": "@.info", "huge": "@.huge"}}]}]}
            """;

    @TempDir
    private Path folder;

    /** A broken file, each character of its content a byte, and what is said of it. */
    private record Broken(String name, String content, int line, int column, String reason) {}

    private static List<Broken> broken() {
        return List.of(
                new Broken("truncated.json", "{\"id\": 1,\n \"b\": ", 2, 7, "it looks cut off"),
                new Broken("empty.json", "", 1, 1, "the file is empty"),
                new Broken("picture.json", "\u0089PNG\r\n\u001a\n\0\0", 1, 1, "found the byte 0x89"),
                new Broken("deep.json", "[".repeat(100_000), 1, 1001, "nested more than 1000 levels deep"),
                new Broken("latin1.json", "{\"a\":\"\u00e9\"}", 1, 7, "invalid UTF-8 (byte 0xE9)"),
                new Broken("twice.json", "{\"a\": 1, \"a\": 2}", 1, 10, "the member name \"a\" stands twice"),
                new Broken("more.json", "{\"a\": 1} x", 1, 10, "more text after the end of the JSON value"),
                new Broken("half.json", "{\"a\": \"\\ud800\"}", 1, 8, "half of a surrogate pair"),
                new Broken("otherhalf.json", "{\"\\udc00\": 1}", 1, 3, "half of a surrogate pair"),
                new Broken("lines.ndjson", "{\"id\": 50}\n{\"id\": }\n{\"id\": 51}\n", 2, 8, "expecting a value"));
    }

    @Test
    void namesEachBrokenFileAndLoadsAllElse() {
        Migration migration = new Migration(folder);
        broken().forEach(b -> migration.file(b.name(), b.content().getBytes(StandardCharsets.ISO_8859_1)));
        List<String> fine = List.of("[x]*.json", "it's \"quoted\".json", "two\nlines.json", "-rf.json", "a{b,c}.json", "%41.json");
        fine.forEach(name -> migration.file(name, "{\"id\": " + fine.indexOf(name) + "}"));
        migration.file("utf16.json", "\uFEFF{\"id\": 90}".getBytes(StandardCharsets.UTF_16LE)).file("bom.json", "\uFEFF{\"id\": 91}");
        Plan plan = migration.plan(migration.in(), Optional.empty());
        RunResult result = migration.run(plan);
        assertProven(result, RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        Map<String, Reject> rejects = result.rejects().stream().collect(Collectors.toMap(Reject::file, Function.identity()));
        assertThat(rejects).hasSize(broken().size());
        for (Broken b : broken()) {
            assertThat(rejects).containsKey(b.name());
            Reject reject = Objects.requireNonNull(rejects.get(b.name()));
            assertThat(reject.reason()).as(b.name()).contains(b.reason());
            assertThat(List.of(reject.line(), reject.column())).as(b.name()).containsExactly((long) b.line(), (long) b.column());
        }
        assertThat(migration.query("SELECT source_id FROM \"" + result.tables().get(0).name() + "\" ORDER BY source_id"))
                .extracting(row -> row.get(0)).containsExactly("0", "1", "2", "3", "4", "5", "50", "51", "90", "91");
        assertThat(migration.query("SELECT count(*) FROM _godwit_rejects")).containsExactly(List.of(Integer.toString(broken().size())));
        assertThat(migration.verify(plan).passed()).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void opensNoPipesAndFollowsNoLoops() throws Exception {
        Migration migration = new Migration(folder).file("a.json", "{\"id\": 1}").file("below/b.json", "{\"id\": 2}");
        Files.createSymbolicLink(migration.in().resolve("below/loop"), migration.in());
        Files.createSymbolicLink(migration.in().resolve("self.json"), migration.in().resolve("self.json"));
        assumeThat(new ProcessBuilder("mkfifo", migration.in().resolve("pipe.json").toString()).start().waitFor()).isZero();
        RunResult result = migration.run(migration.plan(migration.in(), Optional.empty()));
        assertProven(result, RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        assertThat(result.loaded()).isEqualTo(2);
        assertThat(result.rejects()).extracting(Reject::file).containsExactlyInAnyOrder("pipe.json", "self.json");
        assertThat(result.rejects()).extracting(Reject::reason).anyMatch(r -> r.contains("a pipe")).anyMatch(r -> r.contains("a symbolic link"));
        assertThat(migration.inspect(migration.in()).problems()).extracting(p -> p.file()).contains("below/loop");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesWhatMustNotBeRead() throws IOException {
        Migration migration = new Migration(folder).file("a.json", "{\"id\": 1}").file("secret.json", "{\"id\": 2}").file("closed/c.json", "{\"id\": 3}");
        Files.setPosixFilePermissions(migration.in().resolve("secret.json"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(migration.in().resolve("closed"), PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(migration.in().resolve("secret.json"))).as("root may read everything").isFalse();
            RunResult result = migration.run(migration.plan(migration.in(), Optional.empty()));
            assertProven(result, RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
            assertThat(result.loaded()).isEqualTo(1);
            assertThat(result.rejects()).extracting(Reject::file).containsExactlyInAnyOrder("secret.json", "closed");
            assertThat(result.rejects()).allMatch(reject -> reject.reason().equals("no permission to read it"));
        } finally {
            Files.setPosixFilePermissions(migration.in().resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static List<String> strange() {
        List<String> values = new ArrayList<>(List.of(
                "\"\\u0000\"", "\"a\\u0000b\"", "\"\ud83d\ude00\"", "\"\\ud83d\\ude00\"", "\"\\\\ud800\"", "\"\\\\u0000\"", "\"\"", "\"NaN\"",
                "1234567890123456789012345678901234567890", "-1234567890123456789012345678901234567890", "1e400", "-1e400", "1e-400", "0.1e-5", "-0", "-0.0",
                "NaN", "Infinity", "-Infinity", "9007199254740993", "-9223372036854775808", "-170141183460469231731687303715884105728", "null", "true"));
        List.copyOf(values).forEach(v -> values.add("{\"x\": [" + v + ", {\"y\\u0000\": " + v + "}]}"));
        return values;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void strangeValuesComeBackAsTheyWere(boolean proposed) {
        Migration migration = new Migration(folder);
        List<String> documents = new ArrayList<>(List.of("5", "\"text\"", "null", "[]", "{}", "[1, [2, {\"a\": []}]]", "true", "NaN", "1e400"));
        for (String value : strange()) {
            for (String place : List.of("real", "text", "info", "huge", "elsewhere")) {
                documents.add("{\"" + place + "\": " + value + ", \"n\": " + documents.size() + "}");
            }
        }
        for (int i = 0; i < documents.size(); i++) {
            migration.file("%04d.json".formatted(i), documents.get(i));
        }
        Plan plan = proposed ? migration.plan(migration.in(), Optional.empty()) : PlanReader.read(COLUMNS_PLAN, "strange.plan.json");
        RunResult result = migration.run(plan);
        assertProven(result, proposed ? RunResult.Outcome.SUCCEEDED : RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        assertThat(result.loaded()).isEqualTo(documents.size());
        List<String> rebuilt = Rebuilt.documents(migration.target(), plan).stream().map(leaves -> leaves.json()).toList();
        for (int i = 0; i < documents.size(); i++) {
            assertThat(SameJson.same(documents.get(i), rebuilt.get(i))).as(documents.get(i) + " but was " + rebuilt.get(i)).isTrue();
        }
        if (!proposed) {
            assertThat(migration.query("SELECT count(*) FROM t WHERE isnan(real)")).containsExactly(List.of("1"));
            assertThat(migration.query("SELECT count(*) FROM t WHERE isinf(real)")).containsExactly(List.of("2"));
            assertThat(migration.query("SELECT count(*) FROM t WHERE json_valid(info)")).isEqualTo(migration.query("SELECT count(info) FROM t"));
            assertThat(migration.query("SELECT length(text), unicode(text) FROM t WHERE text = chr(0)")).containsExactly(List.of("1", "0"));
        }
    }

    private static void assertProven(RunResult result, RunResult.Outcome outcome) {
        assertThat(result.verification().differences()).isEmpty();
        assertThat(result.verification().passed()).isTrue();
        assertThat(result.verification().rebuilt()).isEqualTo(result.loaded());
        assertThat(result.ledger().balanced()).isTrue();
        assertThat(result.outcome()).as("rejects: " + result.rejects()).isEqualTo(outcome);
    }
}
