package org.godwit.duck;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Loads batches into tables of one connection, in the transaction that the connection is in: a table function serves
 * the batch to a prepared {@code INSERT … SELECT}, one statement per table and set of columns. Rows keep their order.
 * Loads may come from several threads, one at a time.
 */
public final class BatchLoader implements AutoCloseable {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private record Shape(String table, List<LoadColumn> columns, List<String> names, List<DataType> types) {}

    private record Prepared(DuckDBPreparedStatement statement, BatchSlot slot) {}

    private final DuckDBConnection connection;
    private final @Nullable Path database;
    private final String function;
    private final Map<Shape, Prepared> statements = new HashMap<>();
    private final Map<Long, BatchSlot> slots = new ConcurrentHashMap<>();

    public BatchLoader(DuckDBConnection connection) {
        this.connection = connection;
        this.function = "godwit_batch_" + NUMBERS.incrementAndGet();
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            this.database = Connections.file(connection);
            builder.withName(function).withParameter(Long.class).withFunction(new Server()).register(connection);
        } catch (SQLException e) {
            throw new GodwitException(e, ErrorCode.INTERNAL, "prepare loading", DuckErrors.reason(e));
        }
    }

    /**
     * Loads a batch into the columns of the same names.
     *
     * @return the number of rows loaded, which is {@code batch.rows()}
     */
    public long load(RowBatch batch) {
        return load(batch, batch.names().stream().map(LoadColumn::same).toList());
    }

    /**
     * Loads a batch into the given columns; columns of the table that are not named become their default.
     *
     * @return the number of rows loaded, which is {@code batch.rows()}
     * @throws GodwitException if DuckDB refuses; the transaction must then be rolled back
     */
    public synchronized long load(RowBatch batch, List<LoadColumn> columns) {
        if (batch.rows() == 0) {
            return 0;
        }
        List<DataType> types = batch.columns().stream().map(ColumnVector::type).toList();
        Shape shape = new Shape(batch.table(), columns, batch.names(), types);
        try {
            Prepared prepared = statements.get(shape);
            if (prepared == null) {
                prepared = prepare(shape);
                statements.put(shape, prepared);
            }
            prepared.slot.offer(batch);
            long rows = prepared.statement.executeLargeUpdate();
            prepared.slot.release();
            if (rows != batch.rows()) {
                throw new GodwitException(ErrorCode.INTERNAL, "load table " + batch.table(), rows + " rows arrived of " + batch.rows());
            }
            return rows;
        } catch (SQLException e) {
            // The driver closes a statement that failed.
            statements.remove(shape);
            throw DuckErrors.failed(e, database, "load table " + batch.table());
        }
    }

    private Prepared prepare(Shape shape) throws SQLException {
        BatchSlot slot = new BatchSlot(shape.types);
        long number = NUMBERS.incrementAndGet();
        slots.put(number, slot);
        String values = IntStream.range(0, shape.types.size())
            .mapToObj(i -> BatchSlot.value(shape.types.get(i), i) + " AS " + Sql.name(shape.names.get(i)))
            .collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + Sql.name(shape.table)
            + " (" + Sql.names(shape.columns.stream().map(LoadColumn::name).toList()) + ") SELECT "
            + shape.columns.stream().map(LoadColumn::expression).collect(Collectors.joining(", "))
            + " FROM (SELECT " + values + " FROM " + function + "(" + number + "))";
        return new Prepared(connection.prepare(sql), slot);
    }

    @Override
    public synchronized void close() {
        try {
            for (Prepared prepared : statements.values()) {
                prepared.statement.close();
            }
        } catch (SQLException e) {
            throw new GodwitException(e, ErrorCode.INTERNAL, "end loading", DuckErrors.reason(e));
        }
        statements.clear();
        slots.clear();
    }

    private final class Server implements DuckDBTableFunction<BatchSlot, BatchSlot, BatchSlot> {
        @Override
        public BatchSlot bind(DuckDBTableFunctionBindInfo info) throws SQLException {
            BatchSlot slot = slots.get(info.getParameter(0).getLong());
            if (slot == null) {
                throw new SQLException("unknown batch");
            }
            slot.bind(info);
            return slot;
        }

        @Override
        public BatchSlot init(DuckDBTableFunctionInitInfo info) {
            // One thread, so that rows keep their order.
            info.setMaxThreads(1);
            return info.getBindData();
        }

        @Override
        public BatchSlot localInit(DuckDBTableFunctionInitInfo info) {
            return info.getBindData();
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
            BatchSlot slot = info.getBindData();
            return slot.write(chunk);
        }
    }
}
