package org.godwit.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of the real databases, compared with what the driver gives for plain SQL. */
final class RealDatabasesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "genesis_legacy_small.db, 5, 12, humanoid_robots", "genesis_legacy_dirty.db, 5, -1, humanoid_robots", "experiments_clean.db, -1, -1, METRIC",
        "experiments_dirty.db, -1, -1, METRIC", "model-registry/registry.db, 4, 40, mr_model_versions", "model-registry/real_api_models_registry.db, 4, -1, mr_models",
        "model-registry/real_db_models_registry.db, 4, -1, mr_models"
    })
    void readsEveryCell(String name, int tables, long rows, String table) throws IOException, SQLException {
        Path file = Sqlite.shared(folder, name);
        for (Road road : Road.values()) {
            try (TableSource source = new SqliteConnector(road).open(new Place.Files(file), List.of(), new TaskContext()); Connection plain = Sqlite.connect(file)) {
                if (tables >= 0) {
                    assertThat(source.tables()).hasSize(tables);
                }
                if (rows >= 0) {
                    assertThat(Cells.table(source, table).rows()).isEqualTo(rows);
                }
                assertThat(source.tables()).extracting(TableInfo::name).contains(table).containsExactlyElementsOf(names(plain));
                for (TableInfo each : source.tables()) {
                    assertThat(Cells.of(source, each, 100).rows()).as(each.name()).isEqualTo(cells(plain, each.name()));
                    assertThat(each.rows()).isEqualTo(Long.parseLong(Sqlite.text(plain, "SELECT count(*) FROM " + SqliteName.of(each.name()))));
                    assertThat(each.bytes()).isPositive();
                }
            }
        }
    }

    private static Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<List<String>> cells(Connection connection, String table) throws SQLException {
        List<List<String>> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT * FROM " + SqliteName.of(table) + " NOT INDEXED")) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(switch (rows.getObject(i)) {
                        case null -> "null ";
                        case Integer number -> "integer " + number;
                        case Long number -> "integer " + number;
                        case Double number -> "real " + number;
                        case byte[] bytes -> "blob " + HexFormat.of().formatHex(bytes);
                        case Object text -> "text " + text;
                    });
                }
                cells.add(row);
            }
        }
        return cells;
    }
}
