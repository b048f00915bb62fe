package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.godwit.model.RunResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Null in JSON and no value at all are two things in a database, and stay two. */
class JsonNullTest {
    private static final List<String> EXPECTED = List.of("1 null", "2 nothing", "3 [1]", "4 \"x\"", "5 7", "6 null");

    @TempDir
    Path folder;

    private static List<String> cells(Engine engine, String place) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = engine.connect(place);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, j FROM t ORDER BY id")) {
            while (rows.next()) {
                String json = rows.getString(2);
                cells.add(rows.getLong(1) + " " + (json == null ? "nothing" : json));
            }
        }
        return cells;
    }

    @ParameterizedTest
    @EnumSource
    void goesToEveryDatabase(Engine from) throws SQLException {
        Places places = new Places(folder);
        String source = from.place(places);
        from.run(source, "CREATE TABLE t (id INTEGER PRIMARY KEY, j JSON)",
                "INSERT INTO t VALUES (1, 'null'), (2, NULL), (3, '[1]'), (4, '\"x\"'), (5, '7'), (6, ' null ')");
        for (Engine to : Engine.values()) {
            String target = to.place(places);
            RunResult run = places.migrate(source, target);
            assertThat(run.outcome()).as(run.toString()).isEqualTo(RunResult.Outcome.SUCCEEDED);
            assertThat(run.verification().passed()).isTrue();
            assertThat(cells(to, target)).as(to.name()).isEqualTo(EXPECTED);
            assertThat(places.migrate(source, target).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        }
    }
}
