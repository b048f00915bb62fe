package org.godwit.connector.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.godwit.connector.Rows;
import org.godwit.connector.SharedData;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetConnectorTest {
    private final ParquetConnector connector = new ParquetConnector();

    @TempDir
    private Path folder;

    private Path made(String name, String query) {
        Path file = folder.resolve(name);
        try (Session session = Session.open(Path.of(""))) {
            session.execute("COPY (" + query + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)");
        }
        return file;
    }

    private TableSource open(Path place, String... include) {
        return connector.open(new Place.Files(place), List.of(include), new TaskContext());
    }

    @Test
    void tellsItsFilesByTheirFirstBytes() throws IOException {
        Path file = made("data.bin", "SELECT 1 AS a");
        assertThat(connector.recognises(Files.readAllBytes(file), "data.bin")).isTrue();
        assertThat(connector.recognises(Rows.utf8("a,b\n1,2\n"), "data.parquet")).isFalse();
        assertThat(connector.recognises(new byte[0], "x.parquet")).isTrue();
    }

    @Test
    void aFileIsATableOfItsName() {
        Path file = made("we'ird [x]*.parquet", "SELECT 1 AS a, 'one' AS \"select\" UNION ALL SELECT 2, NULL ORDER BY 1");
        made("we'ird x1.parquet", "SELECT 'another' AS a");
        try (TableSource source = open(file)) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("we'ird [x]*");
            assertThat(Rows.of(source, "we'ird [x]*", 10).all()).containsExactly(List.of("integer 1", "text one"), List.of("integer 2", "nothing"));
            assertThat(Rows.of(source, "we'ird [x]*", 1).numbers()).containsExactly(1L, 2L);
        }
    }

    @Test
    void aFolderOrAGlobIsATableForEachFile() throws IOException {
        made("b.parquet", "SELECT 1 AS a");
        made("a.parquet", "SELECT 1 AS a");
        Files.writeString(folder.resolve("notes.txt"), "no table");
        try (TableSource source = open(folder)) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("a", "b");
        }
        try (TableSource source = open(folder.resolve("b*.parquet"))) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("b");
        }
        try (TableSource source = open(folder, "a")) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("a");
        }
    }

    @Test
    void typesComeAsTheyAreStored() {
        Path file = made("types.parquet", """
                SELECT 18446744073709551615::UBIGINT AS u, 0.12345678901234567891::DECIMAL(38,20) AS d, 'nan'::DOUBLE AS f,
                TIMESTAMPTZ '2024-01-31 10:00:00+02' AS t, TIMESTAMP_NS '2024-01-31 10:00:00.123456789' AS n, DATE '2024-01-31' AS day,
                '\\x00\\xFF'::BLOB AS b, {'a': [1, NULL], 'b': MAP {'k': 0.10::DECIMAL(4,2)}} AS s, '{"x": 1.10}'::JSON AS j""");
        try (TableSource source = open(file)) {
            assertThat(Rows.of(source, "types", 10).all()).containsExactly(List.of(
                    "number 18446744073709551615", "number 0.12345678901234567891", "real NaN", "text 2024-01-31T08:00:00Z",
                    "text 2024-01-31T10:00:00.123456789", "text 2024-01-31", "blob 00ff", "json {\"a\":[1,null],\"b\":{\"k\":0.10}}", "json {\"x\": 1.10}"));
            assertThat(Rows.table(source, "types").columns().get(7).json()).isEqualTo(TableInfo.Json.OBJECT);
        }
    }

    @Test
    void rangesHoldEveryRowOnceInOrder() {
        Path file = made("many.parquet", "SELECT i FROM range(300000) AS r(i)");
        try (TableSource source = open(file)) {
            assertThat(source.ranges(Rows.table(source, "many"), 70_000)).hasSize(5);
            assertThat(Rows.of(source, "many", 70_000).column(0)).isEqualTo(IntStream.range(0, 300_000).mapToObj(i -> "integer " + i).toList());
        }
    }

    @Test
    void aColumnMayBeCalledAsTheNumberOfRowsIs() {
        Path file = made("named.parquet", "SELECT 7 AS file_row_number, 8 AS f");
        try (TableSource source = open(file)) {
            assertThat(Rows.of(source, "named", 10).all()).containsExactly(List.of("integer 7", "integer 8"));
            assertThat(Rows.of(source, "named", 10).numbers()).containsExactly(1L);
        }
    }

    @Test
    void refusesWhatIsDamagedOrChanged() throws IOException {
        Path file = made("cut.parquet", "SELECT i FROM range(10000) AS r(i)");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> open(file)).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE));
        Files.write(file, whole);
        try (TableSource source = open(file)) {
            Files.write(file, Arrays.copyOf(whole, whole.length + 1));
            assertThatThrownBy(() -> Rows.of(source, "cut", 100_000)).isInstanceOfSatisfying(
                    GodwitException.class, e -> assertThat(e.code()).isIn(ErrorCode.SOURCE_CHANGED, ErrorCode.SOURCE_UNREADABLE));
        }
        assertThatThrownBy(() -> open(folder.resolve("none.parquet")))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_MISSING));
    }

    @Test
    void readsTheRealFiles() {
        try (TableSource source = open(SharedData.path("tables").resolve("*.parquet"))) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("benchmark_data", "hf_models");
            for (TableInfo table : source.tables()) {
                assertThat(table.rows()).isPositive();
                assertThat(Rows.of(source, table.name(), 500).all()).hasSize((int) table.rows());
            }
        }
    }
}
