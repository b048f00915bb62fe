package org.godwit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.godwit.engine.text.Messages;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One plan leads to other places by the profile, and nowhere by mistake. */
final class ProfilesTest {
    private static final String FILE = """
            { "version": 1, "default": "development",
              "profiles": {
                "development": { "places": {
                  "results-db": { "type": "duckdb", "path": "dev/results.duckdb" },
                  "lab": { "type": "json", "path": "samples/**/*.json" } } },
                "production": { "protected": true, "places": {
                  "results-db": { "type": "postgresql", "connection": {
                    "host": "db.example.org", "database": "results", "user": "loader", "password": "${keychain:results-production}" } },
                  "lab": { "type": "json", "path": "/data/lab" } } } } }
            """;
    private static final String PLAN = """
            { "version": 1, "name": "lab",
              "sources": [{ "name": "files", "place": "lab", "include": ["*.json"] }],
              "target": { "place": "results-db" },
              "datasets": [], "tables": [] }
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve(Profiles.FILE), FILE);
    }

    private Plan resolved(String profile) {
        return new ProfileChoice(null, Optional.of(profile).filter(name -> !name.isEmpty())).resolved(PlanReader.read(PLAN, "plan"), folder);
    }

    private static String words(ErrorCode code, ThrowingCallable action) {
        GodwitException e = catchThrowableOfType(GodwitException.class, action);
        assertThat(e).isNotNull();
        assertThat(e.code()).as(e.toString()).isEqualTo(code);
        return Messages.of(e);
    }

    private void replaced(String text, String by) throws IOException {
        assertThat(FILE).contains(text);
        Files.writeString(file, FILE.replace(text, by));
    }

    @Test
    void leadToOtherPlacesByTheirNames() {
        Plan development = resolved("development");
        assertThat(development.target()).isEqualTo(new Plan.Target("duckdb", folder.resolve("dev/results.duckdb").toString()));
        assertThat(development.sources().get(0).path()).isEqualTo(folder + "/samples/**/*.json");
        assertThat(development.sources().get(0).include()).containsExactly("*.json");

        Plan production = resolved("production");
        Connection server = java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(production.target()).connection());
        assertThat(server.address()).isEqualTo("postgresql://loader@db.example.org/results?passwordFrom=%24%7Bkeychain:results-production%7D");
        assertThat(production.sources().get(0).path()).isEqualTo("/data/lab");
        assertThat(production.namesPlaces()).isFalse();
        assertThat(PlanReader.read(PlanWriter.write(production), "p")).as("what a run keeps says where it went").isEqualTo(production);
    }

    @Test
    void areTheUsualOneIfNobodyAsks() throws IOException {
        assertThat(resolved("")).isEqualTo(resolved("development"));
        replaced("\"default\": \"development\",", "");
        assertThat(words(ErrorCode.PROFILE_NEEDED, () -> resolved("")))
                .isEqualTo(file + " has several profiles (development, production), and none was chosen. Nothing was changed."
                        + " Name one by --profile NAME or by the variable GODWIT_PROFILE, or give the file a \"default\".");
    }

    @Test
    void sayWhichThereAre() throws IOException {
        assertThat(words(ErrorCode.PROFILE_UNKNOWN, () -> resolved("prodution")))
                .startsWith(file + " has no profile prodution: there are development, production; did you mean production?");
        assertThat(words(ErrorCode.PROFILE_UNKNOWN, () -> resolved("x"))).contains("has no profile x: there are development, production. Nothing was changed. ");
        replaced("\"results-db\": { \"type\": \"duckdb\"", "\"result-db\": { \"type\": \"duckdb\"");
        assertThat(words(ErrorCode.PLACE_UNKNOWN, () -> resolved("development")))
                .startsWith("The profile development has no place results-db: there are result-db, lab; did you mean result-db?");
    }

    @Test
    void areMissedInWords() throws IOException {
        Files.delete(file);
        assertThat(words(ErrorCode.PROFILES_MISSING, () -> resolved("")))
                .startsWith("There is no file of profiles at " + file + ", which is to say what the place that the plan names is.");
    }

    @Test
    void areCheckedWholeAndNeverRepeatAPassword() throws IOException {
        replaced("\"${keychain:results-production}\"", "\"hunter2\"");
        assertThat(words(ErrorCode.PROFILES_INVALID, () -> resolved("production"))).contains(
                "/profiles/production/places/results-db/connection/password: expected where the password is", "not repeated here").doesNotContain("hunter2");
        replaced("\"${keychain:results-production}\"", "4711");
        assertThat(words(ErrorCode.PROFILES_INVALID, () -> resolved("production"))).doesNotContain("4711");
        replaced("\"protected\": true", "\"protectd\": true");
        assertThat(words(ErrorCode.PROFILES_INVALID, () -> resolved("development"))).contains("/profiles/production/protectd", "did you mean 'protected'?");
        replaced("\"default\": \"development\"", "\"default\": \"develop\"");
        assertThat(words(ErrorCode.PROFILES_INVALID, () -> resolved(""))).contains("/default: expected one of the profiles (development, production); found 'develop'");
        Files.writeString(file, "{");
        assertThat(words(ErrorCode.PLAN_MALFORMED, () -> resolved(""))).startsWith(file.toString());
    }

    @Test
    void protectTheirPlacesByWhicheverWayTheyAreReached() {
        Profiles profiles = Profiles.read(file);
        Plan.Target sameServer = new Plan.Target("postgresql", "x", new Connection(
                "postgresql", "DB.example.org", 5432, "results", "other", "root", "", Connection.Tls.VERIFY_FULL, null, java.util.Map.of()));
        assertThat(profiles.guardian(sameServer, folder).map(Profile::name)).hasValue("production");
        assertThat(profiles.guardian(new Plan.Target("json", "../../../../../../../../../data/lab"), folder).map(Profile::name)).hasValue("production");
        assertThat(profiles.guardian(new Plan.Target("duckdb", "dev/results.duckdb"), folder)).isEmpty();
    }

    @Test
    void stayNamesInThePlanFile() {
        Plan plan = PlanReader.read(PLAN, "plan");
        assertThat(plan.namesPlaces()).isTrue();
        assertThat(PlanWriter.write(plan)).contains("\"place\": \"lab\"", "\"place\": \"results-db\"").doesNotContain("\"type\"", "\"path\"");
        assertThat(PlanReader.read(PlanWriter.write(plan), "p")).isEqualTo(plan);
        assertThat(PlanPlaces.moved(plan, folder, folder.resolve("other"))).isEqualTo(plan);
        assertThat(PlanReader.faults(PLAN.replace("\"place\": \"lab\"", "\"place\": \"lab\", \"path\": \"x\""), "p").toString()).contains("/sources/0/path", "a place alone");
    }
}
