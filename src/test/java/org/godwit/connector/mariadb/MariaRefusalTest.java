package org.godwit.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.godwit.connector.HostileValues;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What MariaDB cannot hold, or would change in silence, is refused with the place and the reason. */
final class MariaRefusalTest {
    private final MariaServer server = MariaServer.get();
    private final String database = server.newDatabase();

    private TargetSession open() {
        return new MariaTarget(MariaServer.SECRETS).open(new Place.Server(server.connection(database)), new TaskContext());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(server.rows(database, "SHOW TABLES LIKE '\\_godwit\\_stage\\_%'")).isEmpty();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    @SafeVarargs
    private static Consumer<Consumer<RowBatch>> rows(TargetTable table, List<@Nullable Object>... rows) {
        return sink -> {
            RowBatch batch = table.batch();
            for (List<@Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    HostileValues.add(batch.column(i), row.get(i));
                }
            }
            sink.accept(batch);
        };
    }

    private static TargetTable table(DataType type) {
        return TargetTable.plain("t", List.of("n", "value"), List.of(DataType.BIGINT, type));
    }

    /** Returns how a new table refuses rows. */
    @SafeVarargs
    private GodwitException refusal(TargetTable table, List<@Nullable Object>... rows) {
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> {
            try (TargetSession session = open()) {
                if (!session.tables().containsKey(table.name())) {
                    session.create(table);
                }
                session.write(table, rows(table, rows));
                session.finish(List.of(table), List.of());
                session.commit();
            }
        });
        assertThat(e).isNotNull();
        assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.TARGET_REFUSED);
        assertThat(e.arguments().get(1)).isEqualTo(table.name());
        return e;
    }

    @Test
    void namesRowColumnAndReason() {
        assertThat(refusal(table(DataType.DOUBLE), row(1L, 1.0), row(2L, Double.NaN)).arguments().subList(2, 4))
                .containsExactly("row 2, column value", "MariaDB has neither NaN nor infinities: NaN");
        assertThat(refusal(table(DataType.DATE), row(1L, Long.MIN_VALUE / 2)).arguments().subList(2, 4))
                .containsExactly("row 1, column value", "MariaDB has the years 1 to 9999 only");
        assertThat(refusal(table(DataType.VARCHAR), row(1L, "a\ud800b")).arguments().get(3).toString()).contains("half a surrogate pair (U+D800)");
    }

    @Test
    void namesTheRowOfJsonThatMariaDbDoesNotTake() {
        String deep = "[".repeat(40) + "]".repeat(40);
        String most = "[".repeat(31) + "\"" + "[".repeat(99) + "\\\"[\"" + "]".repeat(31);
        GodwitException e = refusal(table(DataType.JSON), row(1L, "{}"), row(2L, most), row(3L, deep));
        assertThat(e.arguments().subList(2, 4)).containsExactly("row 3, column value", "MariaDB's JSON has 31 levels at most, and this has 40");
        assertThat(refusal(table(DataType.JSON), row(1L, "{}"), row(2L, "{]")).arguments().get(2)).isEqualTo("column value");
        TargetTable own = TargetTable.plain("_godwit_documents", List.of("doc", "rest"), List.of(DataType.BIGINT, DataType.JSON));
        try (TargetSession session = open()) {
            session.create(own);
            assertThat(session.write(own, rows(own, row(1L, deep)))).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatANarrowerColumnWouldCut() {
        server.run(database, "CREATE TABLE t (n TINYINT, value VARCHAR(3)) ENGINE=InnoDB", "INSERT INTO t VALUES (1, 'old')");
        assertThat(refusal(table(DataType.VARCHAR), row(1L, "abc"), row(2L, "abcd")).arguments().get(2)).isEqualTo("row 2, column value");
        assertThat(refusal(table(DataType.VARCHAR), row(1L, "abc"), row(300L, "abc")).arguments().get(2)).isEqualTo("row 2, column n");
        assertThat(refusal(table(DataType.VARCHAR), row(1L, "abc"), row(null, "\ud83d\ude00"), row(2L, "abc ")).arguments().get(2).toString()).contains("column value");
        assertThat(server.rows(database, "SELECT * FROM t")).containsExactly(List.of("1", "old"));
    }

    @Test
    void refusesTablesOfEnginesThatCannotUndo() {
        server.run(database, "CREATE TABLE t (n BIGINT, value TEXT) ENGINE=MyISAM");
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> {
            try (TargetSession session = open()) {
                session.write(table(DataType.VARCHAR), rows(table(DataType.VARCHAR), row(1L, "x")));
            }
        });
        assertThat(e.code()).isEqualTo(ErrorCode.TARGET_UNWRITABLE);
        assertThat(e.arguments().get(1).toString()).contains("MyISAM");
        assertThat(server.rows(database, "SELECT * FROM t")).isEmpty();
    }

    @Test
    void tellsKeysApartByEveryCharacter() {
        TargetTable table = new TargetTable("k", List.of("name"), List.of(DataType.VARCHAR), Set.of(), List.of("name"), List.of(), List.of(), "");
        List<String> names = List.of("a", "A", "a ", " a", "\u00e4", "a\u0308", "", "a\u0000", "\u00df", "ss", "\ud83d\ude00", "\ud83d\ude01");
        try (TargetSession session = open()) {
            session.create(table);
            assertThat(session.write(table, sink -> names.forEach(name -> rows(table, row(name)).accept(sink)))).isEqualTo(names.size());
            session.finish(List.of(table), List.of());
            session.commit();
        }
        assertThat(server.rows(database, "SELECT count(*) FROM k")).containsExactly(List.of("12"));
        GodwitException twice = refusal(table, row("new"), row("a "));
        assertThat(twice.arguments().get(3).toString()).contains("Duplicate entry 'a '");
    }

    @Test
    void refusesTextsThatAreTooLongForTheirKey() {
        TargetTable one = new TargetTable("k", List.of("name"), List.of(DataType.VARCHAR), Set.of(), List.of("name"), List.of(), List.of(), "");
        assertThat(refusal(one, row("x".repeat(768)), row("\u00e4".repeat(769))).arguments().get(3))
                .isEqualTo("the text has 769 characters, and MariaDB takes 768 in this key");
        TargetTable both = new TargetTable(
                "k", List.of("a", "b", "n"), List.of(DataType.VARCHAR, DataType.BLOB, DataType.BIGINT), Set.of(), List.of(), List.of(List.of("a", "b", "n")), List.of(), "");
        String most = Base64.getEncoder().encodeToString(new byte[1_531]);
        try (TargetSession session = open()) {
            session.create(both);
            session.write(both, rows(both, row("\ud83d\ude00".repeat(382), most, 1L), row("\ud83d\ude00".repeat(382), most, 2L)));
            session.finish(List.of(both), List.of());
        }
        String more = Base64.getEncoder().encodeToString(new byte[1_532]);
        assertThat(refusal(both, row("", more, 1L)).arguments().get(3).toString()).contains("1532 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends with a space ", "\ud83d\ude00", "zero\u0000", "half\ud800"})
    void refusesNamesThatMariaDbWouldChange(String name) {
        assertThat(refusal(TargetTable.plain("t", List.of(name), List.of(DataType.BIGINT)), row(1L)).arguments().get(2)).isEqualTo("column " + name);
        assertThat(refusal(TargetTable.plain(name, List.of("n"), List.of(DataType.BIGINT)), row(1L)).arguments().get(2)).isEqualTo("the table");
    }

    @Test
    void refusesLongNamesAndTwins() {
        assertThat(refusal(TargetTable.plain("n".repeat(65), List.of("n"), List.of(DataType.BIGINT)), row(1L)).arguments().get(3))
                .isEqualTo("the name has 65 characters, and MariaDB takes 64");
        assertThat(refusal(TargetTable.plain("t", List.of("twin", "TWIN"), List.of(DataType.BIGINT, DataType.BIGINT)), row(1L, 2L)).arguments().get(3).toString())
                .contains("Duplicate column name");
    }

    @Test
    void keepsTheLongestNamesThroughReferences() {
        String long1 = "a".repeat(64);
        String long2 = "b".repeat(64);
        TargetTable parent = new TargetTable(long1, List.of("id"), List.of(DataType.BIGINT), Set.of(), List.of("id"), List.of(), List.of(), "");
        TargetTable child = new TargetTable(long2, List.of("id"), List.of(DataType.BIGINT), Set.of(), List.of("id"), List.of(),
                List.of(new ForeignKey(List.of("id"), long1, List.of("id"))), "");
        try (TargetSession session = open()) {
            session.create(child);
            session.create(parent);
            session.write(child, rows(child, row(1L)));
            session.write(parent, rows(parent, row(1L)));
            session.finish(List.of(child, parent), List.of());
            session.commit();
        }
        assertThat(server.rows(database, "SELECT referenced_table_name FROM information_schema.key_column_usage WHERE table_schema = '" + database
                + "' AND table_name = '" + long2 + "' AND referenced_table_name IS NOT NULL")).containsExactly(List.of(long1));
    }

    @Test
    void refusesReferencesBetweenDifferentTypes() {
        TargetTable parent = new TargetTable("p", List.of("id"), List.of(DataType.BIGINT), Set.of(), List.of("id"), List.of(), List.of(), "");
        TargetTable child = new TargetTable("c", List.of("id"), List.of(DataType.INTEGER), Set.of(), List.of(), List.of(),
                List.of(new ForeignKey(List.of("id"), "p", List.of("id"))), "");
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> {
            try (TargetSession session = open()) {
                session.create(parent);
                session.create(child);
                session.finish(List.of(parent, child), List.of());
            }
        });
        assertThat(e.code()).isEqualTo(ErrorCode.TARGET_REFUSED);
        assertThat(e.arguments().subList(1, 3)).containsExactly("c", "its references");
    }

    @Test
    void refusesViewsThatCannotBeMadeBeforeAnythingIsSeen() {
        TargetTable table = table(DataType.VARCHAR);
        for (String sql : List.of("SELECT nothing FROM t", "SELECT list_sum([1]) FROM t", "SELECT 1; DROP TABLE t", "SELECT * FROM t INTO OUTFILE '/tmp/x'")) {
            GodwitException e = catchThrowableOfType(GodwitException.class, () -> {
                try (TargetSession session = open()) {
                    session.create(table);
                    session.finish(List.of(table), List.of(new Plan.View("v", sql)));
                }
            });
            assertThat(e.code()).as(sql).isEqualTo(ErrorCode.TARGET_REFUSED);
            assertThat(e.arguments().subList(1, 3)).containsExactly("v", "the view");
        }
        assertThat(server.rows(database, "SHOW TABLES")).isEmpty();
    }

    @Test
    void readsDoubleQuotesInViewsAsNames() {
        TargetTable table = table(DataType.VARCHAR);
        try (TargetSession session = open()) {
            session.create(table);
            session.write(table, rows(table, row(7L, "seven")));
            session.finish(List.of(table), List.of(new Plan.View("v `1`", "SELECT t.\"value\" || '!' AS \"a b\", t2.n FROM t JOIN t AS t2 USING (n)")));
            session.commit();
        }
        assertThat(server.rows(database, "SELECT `a b`, n FROM `v ``1```")).containsExactly(List.of("seven!", "7"));
    }

    @Test
    void goesOnCountingAfterTheGreatestValue() {
        TargetTable table = new TargetTable("g", List.of("id", "v"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of("id"), List.of("id"), List.of(), List.of(), "id");
        TargetTable keyless = new TargetTable("h", List.of("v", "id"), List.of(DataType.VARCHAR, DataType.INTEGER), Set.of(), List.of(), List.of(), List.of(), "id");
        try (TargetSession session = open()) {
            session.create(table);
            session.create(keyless);
            session.write(table, rows(table, row(0L, "zero"), row(41L, "x"), row(7L, "y")));
            session.write(keyless, rows(keyless, row("x", 5L)));
            session.finish(List.of(table, keyless), List.of());
            session.commit();
        }
        server.run(database, "INSERT INTO g (v) VALUES ('next')", "INSERT INTO h (v) VALUES ('next')");
        assertThat(server.rows(database, "SELECT id FROM g ORDER BY id")).containsExactly(List.of("0"), List.of("7"), List.of("41"), List.of("42"));
        assertThat(server.rows(database, "SELECT id FROM h ORDER BY id")).containsExactly(List.of("5"), List.of("6"));
    }

    @Test
    void carriesLargeTextsAndBytes() {
        TargetTable table = TargetTable.plain("big", List.of("t", "b"), List.of(DataType.VARCHAR, DataType.BLOB));
        String text = "\\\t\n\u00e4".repeat(4_000_000);
        byte[] bytes = new byte[20_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        String base64 = Base64.getEncoder().encodeToString(bytes);
        try (TargetSession session = open()) {
            session.create(table);
            session.write(table, rows(table, row(text, base64)));
            session.scan(table.batch(), null, chunk -> {
                assertThat(chunk.column(0).objectAt(0).equals(text)).isTrue();
                assertThat(chunk.column(1).objectAt(0).equals(base64)).isTrue();
            });
        }
    }

    @Test
    void mapsTypesAsItSays() {
        Map<DataType, String> expected = Map.of(
                DataType.BOOLEAN, "TINYINT(1)", DataType.HUGEINT, "DECIMAL(39,0)", DataType.VARCHAR, "LONGTEXT", DataType.BLOB, "LONGBLOB",
                DataType.TIMESTAMP, "DATETIME(6)", DataType.decimal(20, 4), "DECIMAL(20,4)");
        expected.forEach((type, sql) -> assertThat(new MariaTarget(MariaServer.SECRETS).mapping(type).sql()).isEqualTo(sql));
    }
}
