package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.duck.Session;
import org.godwit.model.Plan;
import org.godwit.model.VerificationResult;
import org.godwit.model.VerificationResult.Difference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes cells of a target by hand: which ones, verification says in every kind of target. */
class TamperedTest {
    @TempDir
    private Path folder;

    private static void change(String kind, String target, String... statements) throws SQLException {
        String database = target.substring(target.lastIndexOf('/') + 1).replaceAll("[?].*", "");
        switch (kind) {
            case "postgresql" -> PostgresServer.shared().run(database, statements);
            case "mariadb" -> MariaServer.get().run(database, statements);
            case "sqlite" -> {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target); Statement statement = connection.createStatement()) {
                    for (String sql : statements) {
                        statement.execute(sql);
                    }
                }
            }
            default -> {
                try (Session session = Session.open(Path.of(target))) {
                    List.of(statements).forEach(session::execute);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "sqlite", "postgresql", "mariadb"})
    void theCellsAreNamedAndWithoutTheSourcesTheColumns(String kind) throws IOException, SQLException {
        Path source = Files.createDirectory(folder.resolve("results"));
        // PostgreSQL cannot hold the last text: a cell that was rejected is not one that was changed.
        Path file = Files.writeString(source.resolve("runs.ndjson"), """
                {"n": 1, "ms": 1.5, "note": "one"}
                {"n": 2, "ms": 2.5, "note": "two"}
                {"n": 3, "ms": 3.5, "note": "th\\u0000ree"}
                """);
        Places places = new Places(folder);
        String target = places.target(kind);
        Plan plan = places.plan(List.of(source.toString()), target, Optional.empty());
        places.run(plan);
        assertThat(places.verify(plan).passed()).isTrue();
        String table = plan.tables().getFirst().name();

        change(kind, target, "UPDATE " + table + " SET ms = 7 WHERE n = 2", "UPDATE " + table + " SET note = 'other' WHERE n = 1");
        VerificationResult result = places.verify(plan);
        assertThat(result.passed()).isFalse();
        assertThat(result.differences().stream().filter(difference -> difference.message().equals("the cell was changed"))).containsExactlyInAnyOrder(
                new Difference("runs.ndjson#1", table, "ms", "", "2.5", "7.0", "the cell was changed"),
                new Difference("runs.ndjson", table, "note", "", "one", "other", "the cell was changed"));

        Files.delete(file);
        Files.delete(source);
        VerificationResult without = places.verify(plan);
        assertThat(without.passed()).isFalse();
        assertThat(without.differences()).extracting(Difference::column).contains("ms", "note");
    }
}
