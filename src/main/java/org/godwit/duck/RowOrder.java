package org.godwit.duck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * The rows of a table that are wanted, in the order in which they are wanted: their row ids, in a temporary file, so that
 * any page is found at once and ten million of them take no memory. Thread-safe.
 */
final class RowOrder implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final long rows;

    private RowOrder(FileChannel channel, long rows) {
        this.channel = channel;
        this.rows = rows;
    }

    /**
     * Runs a query that gives row ids.
     *
     * @throws GodwitException QUERY_FAILED
     * @throws org.godwit.task.TaskCancelledException once cancelled
     */
    static RowOrder build(DuckDBConnection connection, String sql, Duration time, BooleanSupplier cancelled) throws SQLException {
        FileChannel channel = null;
        RowOrder built = null;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                QueryWatch watch = new QueryWatch(statement, time, cancelled)) {
            Path file = Files.createTempFile("godwit-rows-", ".order");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            try (DuckDBChunkedResult result = statement.unwrap(DuckDBPreparedStatement.class).query()) {
                built = new RowOrder(channel, write(result, channel));
                return built;
            } catch (SQLException e) {
                throw watch.stopped(e);
            }
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.QUERY_FAILED, "the order of the rows cannot be written: " + DuckErrors.reason(e));
        } finally {
            if (built == null && channel != null) {
                close(channel);
            }
        }
    }

    private static long write(DuckDBChunkedResult result, FileChannel channel) throws SQLException, IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long rows = 0;
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            long count = chunk.rowCount();
            for (long row = 0; row < count; row++) {
                if (!buffer.hasRemaining()) {
                    drain(buffer, channel);
                }
                buffer.putLong(chunk.vector(0).getLong(row));
            }
            rows += count;
        }
        drain(buffer, channel);
        return rows;
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    long rows() {
        return rows;
    }

    /** Returns the row ids from a position on, fewer at the end. */
    long[] ids(long from, int count) throws IOException {
        int wanted = Math.clamp(rows - from, 0, count);
        ByteBuffer buffer = ByteBuffer.allocate(wanted * Long.BYTES);
        while (buffer.hasRemaining() && channel.read(buffer, from * Long.BYTES + buffer.position()) >= 0) {
            // Until all of them are here.
        }
        long[] ids = new long[wanted];
        buffer.flip().asLongBuffer().get(ids);
        return ids;
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // A temporary file that the system removes.
        }
    }
}
