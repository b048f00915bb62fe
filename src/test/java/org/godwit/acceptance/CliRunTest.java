package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.godwit.acceptance.Godwit.Ended;
import org.godwit.duck.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exit codes and messages of whole commands, each in a process of its own. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class CliRunTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path folder;

    private Path work;
    private Path target;
    private Godwit godwit;

    @BeforeEach
    void prepare() throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
        target = work.resolve("out.duckdb");
        godwit = new Godwit(work, folder.resolve("own"));
    }

    /** Makes a target of ten files. */
    private byte[] load() throws Exception {
        Results.write(work, 0, 10);
        assertThat(godwit.run("run", "results.plan.json").exit()).isZero();
        return Files.readAllBytes(target);
    }

    @Test
    void saysThatThereIsNoSuchFolder() throws Exception {
        Ended ended = godwit.run("migrate", "nowhere", "--to", "out.duckdb");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("There is nothing at").contains("nowhere").contains("GW-1102");
        assertThat(ended.out()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatThereIsNoDisplayForTheWindow() throws Exception {
        Ended ended = godwit.runWithout("DISPLAY");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).startsWith("GW-1606: ").contains("DISPLAY", "godwit --help").doesNotContain("\tat ");
    }

    /** The changed cell is named although there is no plan beside the database any more. */
    @Test
    void verifiesADatabaseByWhatItTellsOfItsRuns() throws Exception {
        load();
        Files.delete(work.resolve("results.plan.json"));
        assertThat(godwit.run("verify", "out.duckdb").exit()).isZero();

        try (Session session = Session.open(target)) {
            session.execute("UPDATE results SET latency = latency + 1 WHERE _doc = (SELECT min(_doc) FROM results)");
        }
        Ended ended = godwit.run("verify", "out.duckdb");

        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.out()).contains("00000.json", "latency");
    }

    @Test
    void saysThatNoRunHasFilledADatabase() throws Exception {
        try (Session session = Session.open(target)) {
            session.execute("CREATE TABLE a (b INTEGER)");
        }
        Ended ended = godwit.run("verify", "out.duckdb");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).startsWith("GW-1404: ").contains("out.duckdb tells of no run", "godwit migrate");
    }

    @Test
    void pointsAtWhatIsWrongInAPlan() throws Exception {
        Results.write(work, 0, 1);
        Files.writeString(work.resolve("wrong.plan.json"), Results.PLAN.replaceFirst("BIGINT", "BIGNIT"));
        Ended ended = godwit.run("run", "wrong.plan.json");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("/tables/0/columns/0/type").contains("BIGNIT").contains("BIGINT").contains("GW-1203");
        assertThat(target).doesNotExist();
    }

    @Test
    void namesTheProcessThatHoldsTheTarget() throws Exception {
        byte[] before = load();
        Results.write(work, 10, 12);
        Path ready = folder.resolve("ready");
        Process holder = new Godwit(work, folder.resolve("other")).startClass(Holder.class.getName(), target.toString(), ready.toString());
        try {
            while (!Files.exists(ready) && holder.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Ended ended = godwit.run("run", "results.plan.json");
            assertThat(ended.exit()).isEqualTo(6);
            assertThat(ended.err()).contains(Long.toString(holder.pid())).contains("out.duckdb").contains("GW-1301");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(target).hasBinaryContent(before);
        assertThat(godwit.run("run", "results.plan.json").exit()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysThatAFolderIsReadOnly() throws Exception {
        Results.write(work, 0, 1);
        Path closed = Files.createDirectory(work.resolve("closed"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        Ended ended = godwit.run("migrate", "in", "--to", "closed/out.duckdb");
        assertThat(ended.exit()).isEqualTo(6);
        assertThat(ended.err()).contains("closed").contains("not writable").contains("GW-1302");
        assertThat(closed.toFile().list()).isEmpty();
    }

    @Test
    void tellsOfRejectsAndThenThatNothingIsNew() throws Exception {
        Results.write(work, 0, 3);
        Files.writeString(work.resolve("in/broken.json"), "{\"model\": ");
        Ended ended = godwit.run("run", "results.plan.json", "--json");
        assertThat(ended.exit()).isEqualTo(3);
        JsonNode result = MAPPER.readTree(ended.out());
        assertThat(result.get("rejects").asInt()).isEqualTo(1);
        assertThat(result.get("ledger").get("balanced").asBoolean()).isTrue();
        assertThat(result.get("verification").get("rebuilt").asInt()).isEqualTo(3);
        Ended rejects = godwit.run("rejects", "list", result.get("run").asString());
        assertThat(rejects.exit()).isZero();
        assertThat(rejects.out()).contains("broken.json").contains("cut off");
        Files.delete(work.resolve("in/broken.json"));
        Ended second = godwit.run("run", "results.plan.json", "--json");
        assertThat(second.exit()).isZero();
        assertThat(MAPPER.readTree(second.out()).get("outcome").asString()).isEqualTo("nothing_new");
    }

    @Test
    void findsTheCellThatWasChanged() throws Exception {
        load();
        assertThat(godwit.run("verify", "results.plan.json").exit()).isZero();
        try (Session session = Session.open(target)) {
            session.execute("UPDATE results SET latency = latency + 1e-9 WHERE number = 7");
        }
        Ended ended = godwit.run("verify", "results.plan.json", "--json");
        assertThat(ended.exit()).isEqualTo(5);
        JsonNode difference = MAPPER.readTree(ended.out()).get("differences").get(0);
        assertThat(difference.get("document").asString()).isEqualTo("00007.json");
        assertThat(difference.get("table").asString()).isEqualTo("results");
        assertThat(difference.get("column").asString()).isEqualTo("latency");
        assertThat(difference.get("expected").asString()).isEqualTo("0.4375");
        assertThat(difference.get("actual").asString()).isEqualTo("0.437500001");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCLeavesTheTargetAsItWas() throws Exception {
        byte[] before = load();
        Results.write(work, 10, 4_000);
        assumeThat(interruptsAreIgnored()).as("Ctrl+C is ignored here").isFalse();
        Process process = godwit.start("run", "results.plan.json");
        while (process.isAlive() && names().size() == 3) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        Ended ended = godwit.end(process);
        assertThat(ended.exit()).isEqualTo(130);
        assertThat(ended.err()).contains("Cancelled. The target is as it was.");
        assertThat(ended.out()).isEmpty();
        assertThat(target).hasBinaryContent(before);
        assertThat(names()).containsExactlyInAnyOrder("in", "out.duckdb", "results.plan.json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> work.relativize(file).toString()).toList();
        }
    }

    /** Children of a shell's background jobs ignore Ctrl+C, and so do theirs. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:")).anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        }
    }

    @Test
    void printsNumbersThatJsonCannotHoldAsText() throws Exception {
        load();
        String sql = "SELECT 9007199254740992 AS exact, 9007199254740993 AS long, 18446744073709551617::HUGEINT AS huge, 1.50::DECIMAL(9,2) AS price,"
                + " 0.1234567890123456789::DECIMAL(25,19) AS fine, 0.1::DOUBLE AS real, 'NaN'::DOUBLE AS nan, '-Infinity'::DOUBLE AS below, NULL AS nothing, true AS yes";
        Ended ended = godwit.run("query", "out.duckdb", sql, "--json");
        assertThat(ended.exit()).isZero();
        JsonNode row = MAPPER.readTree(ended.out()).get(0);
        assertThat(row.get("exact").isNumber() && row.get("exact").asLong() == 9_007_199_254_740_992L).isTrue();
        assertThat(row.get("price").isNumber() && row.get("price").asDouble() == 1.5).isTrue();
        assertThat(row.get("real").isNumber() && row.get("real").asDouble() == 0.1).isTrue();
        assertText(row, "long", "9007199254740993");
        assertText(row, "huge", "18446744073709551617");
        assertText(row, "fine", "0.1234567890123456789");
        assertText(row, "nan", "NaN");
        assertText(row, "below", "-Infinity");
        assertThat(row.get("nothing").isNull()).isTrue();
        assertThat(row.get("yes").asBoolean()).isTrue();
    }

    private static void assertText(JsonNode row, String name, String text) {
        assertThat(row.get(name).isString()).as(name).isTrue();
        assertThat(row.get(name).asString()).isEqualTo(text);
    }

    /** Has a database open for writing until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] words) throws Exception {
            try (Session session = Session.open(Path.of(words[0]))) {
                session.execute("SELECT 1");
                Files.writeString(Path.of(words[1]), "");
                TimeUnit.MINUTES.sleep(2);
            }
        }
    }
}
