package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.godwit.model.DataType;
import org.junit.jupiter.api.Test;

final class SqlTest {
    private static final String HOSTILE = "a\"'`;-]\\\n\r\t %?${}/*\u202E\u05D0\u00e9\u0301";
    private static final Connection CONNECTION = open();

    private static Connection open() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE canary AS SELECT 42 AS x");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        CONNECTION.close();
    }

    @Property(tries = 200)
    void everyNameIsKeptAsItIs(@ForAll("texts") String text) throws SQLException {
        String table = "t" + text;
        try (Statement statement = CONNECTION.createStatement()) {
            statement.execute(Sql.createTable(table, List.of("c" + text), List.of(DataType.BIGINT)));
            try (ResultSet rows = statement.executeQuery(
                "SELECT table_name, column_name FROM duckdb_columns() WHERE table_name <> 'canary' AND NOT internal")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(table);
                assertThat(rows.getString(2)).isEqualTo("c" + text);
                assertThat(rows.next()).isFalse();
            }
            statement.execute("DROP TABLE " + Sql.name(table));
            try (ResultSet rows = statement.executeQuery("SELECT x FROM canary")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Property(tries = 200)
    void everyLiteralIsKeptAsItIs(@ForAll("texts") String text) throws SQLException {
        try (Statement statement = CONNECTION.createStatement(); ResultSet rows = statement.executeQuery("SELECT " + Sql.literal(text))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> hostile = Arbitraries.strings().withChars(HOSTILE).ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.integers().between(1, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .map(Character::toString).list().ofMaxSize(8).map(list -> String.join("", list));
        return Arbitraries.oneOf(hostile, any, Arbitraries.of("'; DROP TABLE canary; --", "\"; DROP TABLE canary; --", "select", "\uD83D\uDC26"));
    }

    @Test
    void refusesWhatNoIdentifierCanHold() {
        for (String name : List.of("", "a\0b", "\uD83D", "a\uDC26b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Sql.name(name));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.literal("a\0"));
    }
}
