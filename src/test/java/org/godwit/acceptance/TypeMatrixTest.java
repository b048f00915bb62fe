package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.godwit.connector.Connectors;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.godwit.model.TableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every type of every source, with hostile values, into four targets: each value comes back as it was, or is rejected
 * with its place. What came out is docs/type-mapping.md; {@code -Dgolden.update} writes it anew.
 */
class TypeMatrixTest {
    private static final List<String> TARGETS = List.of("duckdb", "sqlite", "postgresql", "mariadb");
    private static final Path PAGE = Path.of("docs/type-mapping.md");

    @TempDir
    Path folder;

    private final StringBuilder page = new StringBuilder();
    private long cells;

    @Test
    void everyValueIsKeptOrRejectedNeverChanged() throws IOException, SQLException {
        Places places = new Places(folder);
        page.append("""
                # What becomes of types

                Written by the tests (`TypeMatrixTest` with `-Dtest.args=-Dgolden.update`); do not edit.

                Every type of every source is filled with values that other tools have lost, migrated to four targets and read
                back. *kept*: every value is in its column, and every document was rebuilt from the target and is equal.
                *rejected*: the target has no such value; its column holds NULL, the value is kept apart with its place and the
                reason, everything else went on, and every document was rebuilt all the same. There is no third outcome.

                """);
        source(places, "SQLite", sqlite(), HostileTypes.sqlite());
        source(places, "DuckDB", duckdb(), HostileTypes.duckdb());
        source(places, "PostgreSQL", postgres(), HostileTypes.postgresql());
        source(places, "MariaDB", maria(), HostileTypes.mariadb());
        targets();

        assertThat(cells).isGreaterThanOrEqualTo(300);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    private String sqlite() throws SQLException {
        Path file = folder.resolve("types.sqlite");
        fill("jdbc:sqlite:" + file, HostileTypes.statements(HostileTypes.sqlite()));
        return file.toString();
    }

    private String duckdb() throws SQLException {
        Path file = folder.resolve("types.duckdb");
        fill("jdbc:duckdb:" + file, HostileTypes.statements(HostileTypes.duckdb()));
        return file.toString();
    }

    private static void fill(String url, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String postgres() {
        PostgresServer server = PostgresServer.shared();
        String database = server.newDatabase();
        server.run(database, HostileTypes.statements(HostileTypes.postgresql()).toArray(String[]::new));
        return "postgresql://postgres@127.0.0.1:" + server.port() + "/" + database + "?tls=off";
    }

    private static String maria() {
        MariaServer server = MariaServer.get();
        String database = server.newDatabase();
        List<String> statements = new ArrayList<>(List.of("SET sql_mode = ''"));
        statements.addAll(HostileTypes.statements(HostileTypes.mariadb()));
        server.run(database, statements.toArray(String[]::new));
        return "mariadb://" + MariaServer.USER + "@127.0.0.1:" + server.port() + "/" + database + "?tls=off";
    }

    private void source(Places places, String name, String location, Map<String, List<String>> types) {
        Map<String, Map<String, String>> outcomes = new LinkedHashMap<>();
        Plan plan = places.plan(List.of(location), target("duckdb", name), Optional.empty());
        for (String target : TARGETS) {
            plan = places.plan(List.of(location), target(target, name), Optional.empty());
            outcomes.put(target, outcomes(places, plan));
        }
        page.append("## From ").append(name).append("\n\n| type | values | in the plan | DuckDB | SQLite | PostgreSQL | MariaDB |\n|---|---|---|---|---|---|---|\n");
        int number = 0;
        for (Map.Entry<String, List<String>> type : types.entrySet()) {
            String table = "t" + ++number;
            cells += type.getValue().size();
            page.append("| `").append(type.getKey().isEmpty() ? "(none)" : type.getKey()).append("` | ").append(type.getValue().size())
                    .append(" | ").append(planned(plan, table));
            for (String target : TARGETS) {
                page.append(" | ").append(outcomes.getOrDefault(target, Map.of()).getOrDefault(table, "kept"));
            }
            page.append(" |\n");
        }
        page.append('\n');
    }

    private String target(String kind, String source) {
        return switch (kind) {
            case "postgresql" -> Places.postgres();
            case "mariadb" -> Places.mariadb();
            default -> folder.resolve(source + "." + kind).toString();
        };
    }

    private static String planned(Plan plan, String table) {
        TableSpec spec = plan.table(table).orElseThrow();
        return spec.column("c").map(column -> column.type().sql()).orElse(spec.columns().size() > 1 ? "columns of its fields" : "rows of its own table");
    }

    /** Runs the plan and tells, by table, which of its values the target could not hold. */
    private static Map<String, String> outcomes(Places places, Plan plan) {
        RunResult run = places.run(plan);
        assertThat(run.ledger().balanced()).isTrue();
        assertThat(run.verification().passed()).as(run.verification().toString()).isTrue();
        assertThat(places.verify(plan).passed()).isTrue();
        Map<String, TreeSet<String>> reasons = new LinkedHashMap<>();
        for (Reject reject : run.rejects()) {
            assertThat(reject.level()).as(reject.toString()).isEqualTo(Reject.Level.VALUE);
            reasons.computeIfAbsent(reject.table(), table -> new TreeSet<>()).add(reject.reason());
        }
        Map<String, String> refused = new LinkedHashMap<>();
        reasons.forEach((table, all) -> {
            long count = run.rejects().stream().filter(reject -> reject.table().equals(table)).count();
            refused.put(table, "rejected " + count + ": " + String.join("; ", all));
        });
        return refused;
    }

    private void targets() {
        page.append("""
                ## Into targets

                In DuckDB each type is what it is called. *exact*: the same type and every value; *widened*: every value, in a wider
                type; *lossy*: values that do not fit are rejected, each with its place.

                """);
        for (TargetConnector target : Connectors.all(connection -> new char[0]).targets()) {
            if (target.type().equals("mysql")) {
                continue;
            }
            page.append("### ").append(target.type()).append("\n\n| plan | there | | |\n|---|---|---|---|\n");
            for (DataType.Kind kind : DataType.Kind.values()) {
                DataType type = kind == DataType.Kind.DECIMAL ? DataType.decimal(18, 3) : new DataType(kind, 0, 0);
                TypeMapping mapping = target.mapping(type);
                page.append("| ").append(type.sql()).append(" | ").append(mapping.sql()).append(" | ")
                        .append(mapping.fidelity().name().toLowerCase(java.util.Locale.ROOT)).append(" | ").append(mapping.reason()).append(" |\n");
            }
            page.append('\n');
        }
    }
}
