package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.godwit.model.DataType;
import org.godwit.model.GodwitException;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BatchLoaderTest {
    private DuckDBConnection connection;
    private BatchLoader loader;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        loader = new BatchLoader(connection);
    }

    @AfterEach
    void close() throws SQLException {
        loader.close();
        connection.close();
    }

    private RowBatch batch(String table, List<String> names, List<DataType> types) throws SQLException {
        execute(Sql.createTable(table, names, types));
        return new RowBatch(table, names, types);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> result = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                result.add(rows.getString(1));
            }
        }
        return result;
    }

    @Test
    void loadsManyBatchesInOrder() throws SQLException {
        RowBatch batch = batch("t", List.of("n", "twice"), List.of(DataType.BIGINT, DataType.DOUBLE));
        long next = 0;
        for (int size : new int[] {1, 2048, 5000, 0, 3, 100_000}) {
            batch.clear();
            for (int i = 0; i < size; i++) {
                batch.column(0).addLong(next);
                batch.column(1).addDouble(2.0 * next++);
            }
            assertThat(loader.load(batch)).isEqualTo(size);
        }
        assertThat(texts("SELECT count(*) FROM t WHERE n = rowid AND twice = 2 * n")).containsExactly(Long.toString(next));
    }

    @Test
    void keepsEveryKindOfValue() throws SQLException {
        List<DataType> types = List.of(DataType.BOOLEAN, DataType.INTEGER, DataType.BIGINT, DataType.HUGEINT, DataType.DOUBLE,
            DataType.decimal(38, 10), DataType.VARCHAR, DataType.DATE, DataType.TIMESTAMP, DataType.JSON);
        RowBatch batch = batch("t", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"), types);
        batch.column(0).addLong(1);
        batch.column(1).addLong(Integer.MIN_VALUE);
        batch.column(2).addLong(Long.MIN_VALUE);
        batch.column(3).addObject(BigInteger.ONE.shiftLeft(127).negate());
        batch.column(4).addDouble(-0.0);
        batch.column(5).addObject(new BigDecimal("-9999999999999999999999999999.9999999999"));
        batch.column(6).addObject("\uD83D\uDC26 \u0000 end");
        batch.column(7).addLong(-719_528);
        batch.column(8).addLong(-1);
        batch.column(9).addObject("{\"a\": [1.10, null, 12345678901234567890.12]}");
        for (int i = 0; i < types.size(); i++) {
            batch.column(i).addNull();
        }
        loader.load(batch);
        assertThat(texts("SELECT unnest([a::VARCHAR, b::VARCHAR, c::VARCHAR, d::VARCHAR, e::VARCHAR, f::VARCHAR, h::VARCHAR, i::VARCHAR, j::VARCHAR])"
            + " FROM t WHERE rowid = 0"))
            .containsExactly("true", "-2147483648", "-9223372036854775808", "-170141183460469231731687303715884105728", "-0.0",
                "-9999999999999999999999999999.9999999999", "0001-01-01 (BC)", "1969-12-31 23:59:59.999999",
                "{\"a\": [1.10, null, 12345678901234567890.12]}");
        assertThat(texts("SELECT g FROM t")).containsExactly("\uD83D\uDC26 \u0000 end", null);
        assertThat(texts("SELECT count(*) FROM t WHERE COALESCE(a::VARCHAR, b::VARCHAR, c::VARCHAR, d::VARCHAR, e::VARCHAR, f::VARCHAR,"
            + " g, h::VARCHAR, i::VARCHAR, j) IS NULL")).containsExactly("1");
    }

    /** Rows that are not set are NULL, also in a vector that held values in the chunk before. */
    @Test
    void keepsNullsApartFromValuesThroughManyChunks() throws SQLException {
        List<DataType> types = List.of(DataType.BOOLEAN, DataType.INTEGER, DataType.BIGINT, DataType.HUGEINT, DataType.DOUBLE,
            DataType.decimal(20, 2), DataType.VARCHAR, DataType.DATE, DataType.TIMESTAMP);
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
        RowBatch batch = batch("t", names, types);
        for (int row = 0; row < 20_000; row++) {
            for (int column = 0; column < types.size(); column++) {
                put(batch.column(column), row, (row / 2048 + row + column) % 3 == 0);
            }
        }
        loader.load(batch);
        for (int column = 0; column < types.size(); column++) {
            String name = names.get(column);
            assertThat(texts("SELECT count(*) FROM t WHERE (" + name + " IS NULL) <> ((rowid // 2048 + rowid + " + column + ") % 3 = 0)"))
                .as(name).containsExactly("0");
        }
        assertThat(texts("SELECT count(*) FROM t WHERE b <> rowid OR c <> rowid OR d <> rowid OR e <> rowid OR f <> rowid OR g <> rowid::VARCHAR"
            + " OR a <> (rowid % 2 = 1) OR h <> DATE '1970-01-01' + rowid::INTEGER OR i <> make_timestamp(rowid)")).containsExactly("0");
    }

    private static void put(ColumnVector column, int row, boolean nothing) {
        if (nothing) {
            column.addNull();
            return;
        }
        switch (column.type().kind()) {
            case BOOLEAN -> column.addLong(row % 2);
            case INTEGER, BIGINT, DATE, TIMESTAMP -> column.addLong(row);
            case HUGEINT -> column.addObject(BigInteger.valueOf(row));
            case DOUBLE -> column.addDouble(row);
            case DECIMAL -> column.addObject(BigDecimal.valueOf(row).setScale(2));
            case VARCHAR, JSON, BLOB -> column.addObject(Integer.toString(row));
        }
    }

    @Test
    void computesColumnsBySql() throws SQLException {
        execute("CREATE TABLE t (x BIGINT DEFAULT 7, \"Ü;\" VARCHAR, y DATE)");
        RowBatch batch = new RowBatch("t", List.of("Ü;", "at"), List.of(DataType.VARCHAR, DataType.TIMESTAMP));
        batch.column(0).addObject("a");
        batch.column(1).addLong(86_400_000_000L);
        loader.load(batch, List.of(new LoadColumn("Ü;", "upper(" + Sql.name("Ü;") + ")"), new LoadColumn("y", "\"at\"::DATE")));
        assertThat(texts("SELECT concat_ws('|', x, \"Ü;\", y) FROM t")).containsExactly("7|A|1970-01-02");
    }

    @Test
    void refusesAValueThatDoesNotFitAndWorksOn() throws SQLException {
        RowBatch batch = batch("t", List.of("n"), List.of(DataType.DOUBLE));
        List<LoadColumn> cast = List.of(new LoadColumn("n", "error('no')"));
        batch.column(0).addDouble(1);
        assertThatThrownBy(() -> loader.load(batch, cast)).isInstanceOf(GodwitException.class).hasMessageContaining("load table t");
        assertThatThrownBy(() -> loader.load(batch, cast)).isInstanceOf(GodwitException.class);
        assertThat(loader.load(batch)).isEqualTo(1);
    }

    @Test
    void takesPartInTheTransactionOfItsConnection() throws SQLException {
        RowBatch batch = batch("t", List.of("n"), List.of(DataType.BIGINT));
        batch.column(0).addLong(1);
        execute("BEGIN");
        loader.load(batch);
        execute("ROLLBACK");
        loader.load(batch);
        assertThat(texts("SELECT count(*) FROM t")).containsExactly("1");
    }

    @Test
    void servesSeveralLoadersOfOneDatabase() throws SQLException {
        RowBatch batch = batch("t", List.of("n"), List.of(DataType.BIGINT));
        batch.column(0).addLong(1);
        try (DuckDBConnection other = connection.duplicate(); BatchLoader second = new BatchLoader(other)) {
            second.load(batch);
        }
        loader.load(batch);
        assertThat(texts("SELECT count(*) FROM t")).containsExactly("2");
    }
}
