package org.godwit.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.model.TableInfo.Json;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Road.class)
final class SqliteSourceTest {
    @TempDir
    Path folder;

    private final Road road;

    SqliteSourceTest(Road road) {
        this.road = road;
    }

    private TableSource open(Path file, String... include) {
        return new SqliteConnector(road).open(new Place.Files(file), List.of(include), new TaskContext());
    }

    private Path make(String... statements) throws SQLException, IOException {
        // The driver takes parts of such a name for parameters: the file gets it afterwards.
        Path named = folder.resolve("it's a [base]?mode=memory&x=1#%41 \u00e4.db");
        return Files.move(Sqlite.make(folder.resolve("plain.db"), statements), named, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void knowsItsFilesByTheirFirstBytes() {
        SqliteConnector connector = new SqliteConnector(road);
        assertThat(connector.recognises("SQLite format 3\0rest".getBytes(java.nio.charset.StandardCharsets.UTF_8), "a.duckdb")).isTrue();
        assertThat(connector.recognises("SQLite format 3".getBytes(java.nio.charset.StandardCharsets.UTF_8), "a.db")).isFalse();
        assertThat(connector.recognises(new byte[0], "a.sqlite")).isFalse();
    }

    @Test
    void handsOverEachCellAsItIsStored() throws SQLException, IOException {
        Path file = make(
                "CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB, n)",
                "INSERT INTO t VALUES (1, 1.5, 'x', x'00ff', NULL)",
                "INSERT INTO t VALUES ('abc', 'abc', x'41', '', 9223372036854775807)",
                "INSERT INTO t VALUES (1.5, 9e999, 12, x'', -9e999)",
                "INSERT INTO t VALUES ('', -0.5, CAST(x'610062' AS TEXT), CAST(x'61ff62' AS TEXT), '\ud83d\ude00')",
                "INSERT INTO t VALUES ('12', 3, 'NULL', 'null', -9223372036854775808)");
        try (TableSource source = open(file)) {
            assertThat(Cells.of(source, "t").rows()).containsExactly(
                    List.of("integer 1", "real 1.5", "text x", "blob 00ff", "null "),
                    List.of("text abc", "text abc", "blob 41", "text ", "integer 9223372036854775807"),
                    List.of("real 1.5", "real Infinity", "text 12", "blob ", "real -Infinity"),
                    List.of("text ", "real -0.5", "text a\0b", "unreadable x'61ff62' the text is not valid UTF-8", "text \ud83d\ude00"),
                    List.of("integer 12", "real 3.0", "text NULL", "text null", "integer -9223372036854775808"));
        }
    }

    @Test
    void countsTheRowsOfLargeFilesForThoseWhoShowThem() throws SQLException, IOException {
        Path file = make("CREATE TABLE filling AS SELECT zeroblob(70000000) AS b", "CREATE TABLE gaps(id INTEGER PRIMARY KEY)", "CREATE TABLE far(id INTEGER PRIMARY KEY)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO gaps SELECT i FROM n",
                "DELETE FROM gaps WHERE id % 10 > 1 AND id < 1000", "INSERT INTO far VALUES (-5), (9000000000000000000)");
        try (TableSource source = open(file)) {
            assertThat(source.tables()).extracting(TableInfo::rows).containsExactly(2L, 1L, 200L);
            assertThat(source.uncounted()).extracting(TableInfo::rows).as("row ids from first to last, where there may be as many rows").containsExactly(2L, 1L, 1000L);
            for (TableInfo table : source.uncounted().stream().filter(t -> !t.name().equals("filling")).toList()) {
                assertThat(Cells.of(source, table, 64).rows()).as(table.name()).hasSize(table.name().equals("far") ? 2 : 200);
            }
        }
    }

    @Test
    void readsTextsOfUtf16Databases() throws SQLException, IOException {
        for (String encoding : List.of("UTF-16le", "UTF-16be")) {
            Path file = Sqlite.make(
                    folder.resolve(encoding + ".db"), "PRAGMA encoding = '" + encoding + "'", "CREATE TABLE \"t\u00e4\"(\"\ud83d\ude00\", b)",
                    "INSERT INTO \"t\u00e4\" VALUES ('\u00e4\ud83d\ude00', ''), (CAST(x'00d8' AS TEXT), CAST(x'd800' AS TEXT))");
            try (TableSource source = open(file)) {
                List<List<String>> rows = Cells.of(source, "t\u00e4").rows();
                assertThat(source.tables().get(0).columns().get(0).name()).isEqualTo("\ud83d\ude00");
                assertThat(rows.get(0)).containsExactly("text \u00e4\ud83d\ude00", "text ");
                assertThat(rows.get(1)).anyMatch(cell -> cell.startsWith("unreadable x'"));
            }
        }
    }

    @Test
    void describesTables() throws SQLException, IOException {
        Path file = make(
                "CREATE TABLE parent(id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)",
                "CREATE TABLE child(a INT, b TEXT, p INTEGER REFERENCES parent, q REFERENCES parent(id), doc JSON, doubled AS (a * 2), PRIMARY KEY (b, a))",
                "CREATE TABLE strict(i INT, r REAL, t TEXT, b BLOB, x ANY) STRICT",
                "CREATE TABLE keyed(k TEXT PRIMARY KEY, v) WITHOUT ROWID",
                "CREATE VIEW seen AS SELECT * FROM parent",
                "CREATE TABLE rows(x INTEGER PRIMARY KEY DESC)",
                "INSERT INTO parent VALUES (5, 'five'), (6, 'six')");
        try (TableSource source = open(file)) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("child", "keyed", "parent", "rows", "strict");
            TableInfo parent = Cells.table(source, "parent");
            assertThat(parent.rows()).isEqualTo(2);
            assertThat(parent.primaryKey()).containsExactly("id");
            assertThat(parent.columns()).containsExactly(
                    new TableInfo.Column("id", "INTEGER", DataType.BIGINT, false, Json.NONE), new TableInfo.Column("name", "VARCHAR(20)", null, false, Json.NONE));
            TableInfo child = Cells.table(source, "child");
            assertThat(child.primaryKey()).containsExactly("b", "a");
            assertThat(child.foreignKeys()).containsExactlyInAnyOrder(
                    new ForeignKey(List.of("p"), "parent", List.of("id")), new ForeignKey(List.of("q"), "parent", List.of("id")));
            assertThat(child.columns()).extracting(TableInfo.Column::name).containsExactly("a", "b", "p", "q", "doc", "doubled");
            assertThat(child.columns().get(4).json()).isEqualTo(Json.ANY);
            assertThat(Cells.table(source, "strict").columns()).extracting(TableInfo.Column::type)
                    .containsExactly(DataType.BIGINT, DataType.DOUBLE, DataType.VARCHAR, DataType.BLOB, null);
            assertThat(Cells.table(source, "keyed").columns().get(0).nullable()).isFalse();
            assertThat(Cells.table(source, "rows").columns().get(0).type()).isNull();
        }
    }

    @Test
    void readsColumnsThatAreReckoned() throws SQLException, IOException {
        Path file = make(
                "CREATE TABLE g(a INT, twice AS (a * 2), kept TEXT AS (a || '!') STORED)", "INSERT INTO g(a) VALUES (4), (NULL)");
        try (TableSource source = open(file)) {
            assertThat(Cells.of(source, "g").rows()).containsExactly(List.of("integer 4", "integer 8", "text 4!"), List.of("null ", "null ", "null "));
        }
    }

    @Test
    void handsJsonOverWhereThePlanSaysSo() throws SQLException, IOException {
        Path file = make("CREATE TABLE t(a TEXT, b TEXT)", "INSERT INTO t VALUES ('{\"x\":1}', '[1]'), (x'7b7d', x'00')");
        try (TableSource source = open(file); RowReader reader = source.reader()) {
            TableInfo table = Cells.table(source, "t");
            TableInfo walked = table.withColumns(List.of(table.columns().get(0).withJson(Json.OBJECT), table.columns().get(1)));
            Cells cells = new Cells();
            reader.read(walked, source.ranges(walked, 100).get(0), cells);
            assertThat(cells.rows()).containsExactly(List.of("json {\"x\":1}", "text [1]"), List.of("blob 7b7d", "blob 00"));
        }
    }

    @Test
    void takesAnyName() throws SQLException, IOException {
        List<String> names = List.of("order", "a\"b", "it's", "a b", "", ";--", "\u00e4\ud83d\ude00", "rowid", "a.b", "[x]", "`", "%s", "\n", "main", "t", "?1", "SELECT");
        List<String> statements = new ArrayList<>();
        for (String name : names) {
            String columns = String.join(", ", names.stream().map(SqliteName::of).toList());
            statements.add("CREATE TABLE " + SqliteName.of(name) + "(" + columns + ")");
            statements.add("INSERT INTO " + SqliteName.of(name) + " VALUES (" + String.join(", ", names.stream().map(SqliteName::literal).toList()) + ")");
        }
        Path file = make(statements.toArray(String[]::new));
        try (TableSource source = open(file)) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactlyInAnyOrderElementsOf(names);
            for (String name : names) {
                assertThat(Cells.of(source, name).rows()).containsExactly(names.stream().map(n -> "text " + n).toList());
            }
        }
    }

    @Test
    void includesWhatIsNamed() throws SQLException, IOException {
        Path file = make("CREATE TABLE a1(x)", "CREATE TABLE a2(x)", "CREATE TABLE b(x)", "CREATE TABLE \"a*\"(x)");
        try (TableSource source = open(file, "a?", "b")) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("a*", "a1", "a2", "b");
        }
        try (TableSource source = open(file, "b*")) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("b");
        }
    }

    @Test
    void holdsEachRowOnceInItsRanges() throws SQLException, IOException {
        Path file = make(
                "CREATE TABLE dense(x)", "INSERT INTO dense SELECT value FROM generate_series(1, 1000)",
                "CREATE TABLE sparse(id INTEGER PRIMARY KEY, x)",
                "INSERT INTO sparse SELECT value * value * value * 1000003, value FROM generate_series(-500, 500)",
                "INSERT INTO sparse VALUES (9223372036854775807, 'last'), (-9223372036854775808, 'first'), (9223372036854775806, 'last but one')",
                "CREATE TABLE keyed(a, b, PRIMARY KEY (b DESC, a)) WITHOUT ROWID", "INSERT INTO keyed SELECT value % 10, value FROM generate_series(1, 777)",
                "CREATE TABLE hidden(rowid, _rowid_, oid)", "INSERT INTO hidden SELECT 1, 2, value FROM generate_series(1, 50)",
                "CREATE INDEX i ON hidden(rowid, _rowid_, oid DESC)",
                "CREATE TABLE empty(x)");
        try (TableSource source = open(file)) {
            for (long rows : new long[] {1, 10, 999, 1_000, 100_000}) {
                for (TableInfo table : source.tables()) {
                    Cells cells = Cells.of(source, table, rows);
                    assertThat(cells.rows()).as(table.name()).hasSize((int) table.rows());
                    assertThat(Set.copyOf(cells.numbers())).as(table.name()).hasSize((int) table.rows());
                    assertThat(new HashSet<>(cells.rows())).as(table.name()).hasSize((int) table.rows());
                    List<RowRange> ranges = source.ranges(table, rows);
                    assertThat(ranges.size()).as(table.name()).isLessThanOrEqualTo((int) (2 * table.rows() / rows) + 2);
                }
            }
            assertThat(Cells.of(source, "sparse").numbers()).isSorted().contains(Long.MAX_VALUE, Long.MIN_VALUE);
            assertThat(Cells.of(source, "keyed").numbers()).startsWith(1L, 2L, 3L);
        }
    }

    @Test
    void leavesVirtualTablesAloneAndSaysSo() throws SQLException, IOException {
        Path file = make("CREATE VIRTUAL TABLE words USING fts5(x)", "INSERT INTO words VALUES ('hello')", "CREATE TABLE plain(x)");
        try (TableSource source = new SqliteConnector(road).open(new Place.Files(file), List.of(), new TaskContext())) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("plain");
            assertThat(source.others()).extracting(FileReport::problem).singleElement().satisfies(problem ->
                    assertThat(problem == null ? "" : problem.reason()).contains("virtual table words is not read"));
        }
        assertUnreadable(file, "virtual table words", "words");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException, SQLException {
        assertThatThrownBy(() -> open(folder.resolve("none.db"))).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_MISSING));
        assertUnreadable(folder, "no file");
        assertUnreadable(Files.write(folder.resolve("empty.db"), new byte[0]), "empty");
        assertUnreadable(Files.writeString(folder.resolve("text.db"), "x".repeat(5_000)), "no SQLite database");
        Path whole = make("CREATE TABLE t(x)", "INSERT INTO t SELECT hex(randomblob(100)) FROM generate_series(1, 500)");
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {16, 99, 100, 512, 4_096, 4_097, bytes.length / 2, bytes.length - 4_096, bytes.length - 1}) {
            assertUnreadable(Files.write(folder.resolve("cut" + length + ".db"), Arrays.copyOf(bytes, length)), "");
        }
        byte[] encrypted = bytes.clone();
        for (int i = 16; i < encrypted.length; i++) {
            encrypted[i] ^= 0x5a;
        }
        assertUnreadable(Files.write(folder.resolve("encrypted.db"), encrypted), "");
    }

    @Test
    void refusesFlippedBytesOrReadsEveryRow() throws IOException, SQLException {
        Path whole = make("CREATE TABLE t(id INTEGER PRIMARY KEY, x TEXT)", "INSERT INTO t SELECT value, hex(randomblob(40)) FROM generate_series(1, 800)");
        byte[] bytes = Files.readAllBytes(whole);
        java.util.Random random = new java.util.Random(7);
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            byte[] flipped = bytes.clone();
            // Page headers and pointers, where a flip changes the form and not only a value.
            int page = random.nextInt(bytes.length / 4_096) * 4_096;
            flipped[page + (page == 0 ? 100 : 0) + random.nextInt(40)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("flipped.db"), flipped);
            try (TableSource source = open(file)) {
                for (TableInfo table : source.tables()) {
                    assertThat(Cells.of(source, table, 100).rows()).hasSize((int) table.rows());
                }
            } catch (GodwitException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(12);
    }

    private void assertUnreadable(Path file, String reason, String... include) {
        assertThatThrownBy(() -> open(file, include).close()).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
            assertThat(e.arguments().get(0)).isEqualTo(file);
            assertThat(e.arguments().get(1).toString()).contains(reason);
        });
    }

    @Test
    void putsNothingBesideTheFile() throws IOException, SQLException {
        Path plain = make("CREATE TABLE t(x)", "INSERT INTO t VALUES (1)");
        Path logged = Sqlite.make(folder.resolve("wal.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t(x)", "INSERT INTO t VALUES (1)");
        for (Path file : List.of(plain, logged)) {
            byte[] before = Files.readAllBytes(file);
            try (TableSource source = open(file)) {
                assertThat(Cells.of(source, "t").rows()).hasSize(1);
                assertThat(files()).containsExactlyInAnyOrder(plain, logged);
            }
            assertThat(files()).containsExactlyInAnyOrder(plain, logged);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void readsWhatIsStillInTheLog() throws SQLException, IOException {
        Path file = folder.resolve("live.db");
        try (Connection writer = Sqlite.connect(file)) {
            Sqlite.run(writer, "PRAGMA journal_mode = WAL", "CREATE TABLE t(x)", "INSERT INTO t SELECT value FROM generate_series(1, 100)");
            try (TableSource source = open(file)) {
                Sqlite.run(writer, "INSERT INTO t VALUES (101)", "DELETE FROM t WHERE x < 50");
                assertThat(Cells.of(source, "t").rows()).hasSize(100);
                for (int i = 0; i < 20; i++) {
                    assertThat(Cells.of(source, "t").rows()).as("every reader sees the state of the start").hasSize(100);
                    Sqlite.run(writer, "INSERT INTO t VALUES (" + i + ")");
                }
            }
        }
    }

    @Test
    void noticesThatAClosedFileIsWritten() throws SQLException, IOException {
        Path file = Sqlite.make(folder.resolve("wal.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t(x)", "INSERT INTO t VALUES (1)");
        try (TableSource source = open(file)) {
            Sqlite.make(file, "INSERT INTO t SELECT value FROM generate_series(1, 1000)");
            assertThatThrownBy(() -> Cells.of(source, "t")).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CHANGED));
        }
    }

    @Test
    void allReadersSeeOneStateWhileAnotherProgramWrites() throws Exception {
        for (String journal : List.of("WAL", "DELETE")) {
            Path file = Sqlite.make(
                    folder.resolve(journal + ".db"), "PRAGMA journal_mode = " + journal, "CREATE TABLE a(x)", "CREATE TABLE b(x)",
                    "INSERT INTO a SELECT value FROM generate_series(1, 300)", "INSERT INTO b SELECT value FROM generate_series(1, 300)");
            try (OtherProgram writer = OtherProgram.repeating(
                    file, "INSERT INTO b SELECT x FROM a LIMIT 1", "DELETE FROM a WHERE rowid = (SELECT rowid FROM a LIMIT 1)")) {
                for (int round = 0; round < 8; round++) {
                    writer.awaitOnce();
                    seesOneState(file);
                }
            }
        }
    }

    /** Rows move from one table to the other, one in a transaction. */
    private void seesOneState(Path file) {
        try (TableSource source = open(file)) {
            int first = Cells.of(source, Cells.table(source, "a"), 50).rows().size();
            for (int reader = 0; reader < 6; reader++) {
                int a = Cells.of(source, Cells.table(source, "a"), 50).rows().size();
                int b = Cells.of(source, Cells.table(source, "b"), 50).rows().size();
                assertThat(a + b).isEqualTo(600);
                assertThat(a).as("the state does not move").isEqualTo(first);
            }
        }
    }

    @Test
    void saysWhoWritesAFileThatIsBusy() throws Exception {
        Path file = Sqlite.make(folder.resolve("busy.db"), "CREATE TABLE t(x)");
        try (OtherProgram writer = OtherProgram.holding(file, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")) {
            assertThat(writer.pid()).isPositive();
            assertUnreadable(file, "another program is writing it");
        }
    }

    @Test
    void saysThatAnUnfinishedChangeLiesBesideTheFile() throws Exception {
        Path file = Sqlite.make(folder.resolve("torn.db"), "CREATE TABLE t(x)", "INSERT INTO t SELECT hex(randomblob(500)) FROM generate_series(1, 2000)");
        try (OtherProgram writer = OtherProgram.holding(file, "PRAGMA cache_size = 5", "BEGIN", "UPDATE t SET x = hex(randomblob(500))")) {
            assertThat(writer.pid()).isPositive();
        }
        assertUnreadable(file, "never finished");
    }

    @Test
    void doesNotTrustTheSchema() throws SQLException, IOException {
        Path file = make(
                "CREATE TABLE t(x)", "INSERT INTO t VALUES (1)", "CREATE VIEW pragma_table_list AS SELECT load_extension('x')", "CREATE TABLE dbstat(name)",
                "CREATE VIEW endless AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r");
        try (TableSource source = open(file)) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("dbstat", "t");
        }
    }
}
