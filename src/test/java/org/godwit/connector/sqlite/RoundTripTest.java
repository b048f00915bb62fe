package org.godwit.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.godwit.connector.HostileValues;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.shred.RowBatch;
import org.godwit.shred.Utf8;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Whatever is written comes back, cell by cell and bit by bit, on both roads. */
final class RoundTripTest {
    /** A column of a type with values of it. */
    record Column(DataType type, List<@Nullable Object> values) {}

    @Property(tries = 150)
    void bringsBackWhatWasWritten(@ForAll("columns") List<Column> columns, @ForAll Road road) throws IOException {
        Path folder = Files.createTempDirectory("godwit-sqlite");
        Path file = folder.resolve("t.db");
        List<String> names = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).toList();
        TargetTable table = new TargetTable("t", names, columns.stream().map(Column::type).toList(), Set.of(), List.of(), List.of(), List.of(), "");
        int rows = columns.stream().mapToInt(c -> c.values.size()).min().orElse(0);
        try {
            try (TargetSession session = open(file, road)) {
                session.create(table);
                session.write(table, sink -> sink.accept(batch(table, columns, rows)));
                assertThat(read(session, table)).isEqualTo(expected(columns, rows));
                session.finish(List.of(table), List.of());
                session.commit();
            }
            try (TargetSession session = open(file, road == Road.JDBC ? Road.best() : Road.JDBC)) {
                assertThat(read(session, table)).isEqualTo(expected(columns, rows));
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static TargetSession open(Path file, Road road) {
        return new SqliteTarget(road == Road.JDBC ? road : Road.best()).open(new Place.Files(file), new TaskContext());
    }

    private static RowBatch batch(TargetTable table, List<Column> columns, int rows) {
        RowBatch batch = table.batch();
        for (int i = 0; i < columns.size(); i++) {
            for (Object value : columns.get(i).values.subList(0, rows)) {
                HostileValues.add(batch.column(i), value);
            }
        }
        return batch;
    }

    private static List<List<@Nullable Object>> expected(List<Column> columns, int rows) {
        return columns.stream().map(column -> column.values.subList(0, rows)).toList();
    }

    private static List<List<@Nullable Object>> read(TargetSession session, TargetTable table) {
        List<List<@Nullable Object>> columns = new ArrayList<>();
        table.names().forEach(name -> columns.add(new ArrayList<>()));
        session.scan(table.batch(), null, chunk -> {
            for (int i = 0; i < columns.size(); i++) {
                for (int row = 0; row < chunk.rows(); row++) {
                    columns.get(i).add(HostileValues.at(chunk.column(i), row));
                }
            }
        });
        return columns;
    }

    @Provide
    Arbitrary<List<Column>> columns() {
        Arbitrary<DataType> decimals = Combinators.combine(Arbitraries.integers().between(1, 38), Arbitraries.integers().between(0, 38))
                .as((precision, scale) -> DataType.decimal(precision, Math.min(precision, scale)));
        Arbitrary<DataType> types = Arbitraries.oneOf(Arbitraries.of(HostileValues.types()), decimals);
        return types.flatMap(type -> Arbitraries.oneOf(Arbitraries.of(HostileValues.of(type)), values(type)).injectNull(0.2).list().ofMinSize(1).ofMaxSize(30)
                .map(values -> new Column(type, values))).list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<Object> values(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> Arbitraries.longs().between(0, 1).map(v -> v);
            case INTEGER, DATE -> Arbitraries.integers().map(Integer::longValue);
            case BIGINT, TIMESTAMP -> Arbitraries.longs().map(v -> v);
            case HUGEINT -> Arbitraries.bigIntegers().between(BigInteger.ONE.shiftLeft(127).negate(), BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE)).map(v -> v);
            case DOUBLE -> Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.longs().map(Double::longBitsToDouble)).map(v -> v);
            case DECIMAL -> {
                BigInteger most = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
                yield Arbitraries.bigIntegers().between(most.negate(), most).map(unscaled -> new BigDecimal(unscaled, type.scale()));
            }
            case VARCHAR, JSON -> Arbitraries.strings().ofMaxLength(50).filter(text -> Utf8.firstUnwritable(text) < 0).map(v -> v);
            case BLOB -> Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(bytes -> Base64.getEncoder().encodeToString(bytes));
        };
    }
}
