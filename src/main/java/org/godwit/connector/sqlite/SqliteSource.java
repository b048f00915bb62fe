package org.godwit.connector.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.probe.Probe;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * A database that is read: a fixed number of connections that all see the state of one moment. Readers beyond that
 * number share connections, one at a time.
 */
final class SqliteSource implements TableSource {
    private static final int MAX_LINKS = 8;

    private final Path file;
    private final OpenFiles.Use use;
    private final @Nullable Stamp frozen;
    private final Snapshot snapshot;
    private final TaskContext context;
    private final List<ReentrantLock> turns = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Catalogue.Shape> shapes = new HashMap<>();
    private final Discovery discovery;

    /** What changes when somebody writes a file. */
    private record Stamp(long bytes, FileTime modified) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    private SqliteSource(Path file, OpenFiles.Use use, @Nullable Stamp frozen, Snapshot snapshot, List<String> include, TaskContext context) throws SQLException {
        this.file = file;
        this.use = use;
        this.frozen = frozen;
        this.snapshot = snapshot;
        this.context = context;
        snapshot.links().forEach(link -> turns.add(new ReentrantLock()));
        this.discovery = new Discovery(snapshot.links().get(0), use.form(), file, include, shapes, context);
    }

    /** Opens a database for reading. */
    static SqliteSource open(Road wanted, Path file, List<String> include, TaskContext context) {
        if (!Files.exists(file)) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, file);
        }
        if (!Files.isRegularFile(file)) {
            throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, "it is no file");
        }
        try {
            OpenFiles.Use use = OpenFiles.use(file, wanted);
            if (use.road() != Road.JDBC && use.first()) {
                try {
                    return open(use, file, include, context);
                } catch (SQLException e) {
                    // The machine's own library may be too old for this file: the driver has one that is not.
                    return open(OpenFiles.use(file, Road.JDBC), file, include, context);
                }
            }
            return open(use, file, include, context);
        } catch (IOException e) {
            throw SqliteErrors.unreadable(file, e);
        } catch (SQLException e) {
            throw SqliteErrors.unreadable(file, e);
        }
    }

    private static SqliteSource open(OpenFiles.Use use, Path file, List<String> include, TaskContext context) throws SQLException, IOException {
        Snapshot snapshot = null;
        SqliteSource source = null;
        try {
            if (!SqliteFile.recognises(use.header())) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, use.header().length == 0 ? "it is empty" : "it is no SQLite database, or it is encrypted");
            }
            if (use.first() && !Files.exists(SqliteFile.beside(file, "-wal")) && Files.size(file) < SqliteFile.size(use.header())) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, "it is cut off: it should have " + SqliteFile.size(use.header()) + " bytes");
            }
            Probe.check(file, SqliteConnector.TYPE);
            Stamp frozen = restsAlone(file, use.header()) ? Stamp.of(file) : null;
            int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MAX_LINKS);
            snapshot = Snapshot.open(use.road(), SqliteFile.uri(file, frozen == null ? "mode=ro" : "mode=ro&immutable=1"), count, context);
            source = new SqliteSource(file, use, frozen, snapshot, include, context);
            return source;
        } finally {
            if (source == null) {
                closeAll(snapshot, use);
            }
        }
    }

    /**
     * Returns whether a database that logs ahead is closed. SQLite would make two files beside it and, because it may
     * not write, leave them there; as one that does not change it can be read without.
     */
    private static boolean restsAlone(Path file, byte[] header) {
        return SqliteFile.logsAhead(header) && !Files.exists(SqliteFile.beside(file, "-wal")) && !Files.exists(SqliteFile.beside(file, "-journal"));
    }

    private static void closeAll(@Nullable Snapshot snapshot, OpenFiles.Use use) throws SQLException {
        try (use) {
            if (snapshot != null) {
                snapshot.close();
            }
        }
    }

    Path file() {
        return file;
    }

    TextForm form() {
        return use.form();
    }

    TaskContext context() {
        return context;
    }

    Catalogue.Shape shape(TableInfo table) {
        Catalogue.Shape shape = shapes.get(table.name());
        if (shape == null) {
            throw new IllegalArgumentException("no table of this source: " + table.name());
        }
        return shape;
    }

    /** Fails if a file that was taken for one that does not change did. */
    void checkUnchanged() {
        try {
            if (frozen != null && !frozen.equals(Stamp.of(file))) {
                throw new GodwitException(ErrorCode.SOURCE_CHANGED, file, "another program wrote it");
            }
        } catch (IOException e) {
            throw SqliteErrors.unreadable(file, e);
        }
    }

    @Override
    public List<TableInfo> tables() {
        return tables(true);
    }

    @Override
    public List<TableInfo> uncounted() {
        return tables(false);
    }

    private List<TableInfo> tables(boolean counted) {
        turns.get(0).lock();
        try {
            return discovery.tables(counted);
        } catch (SQLException e) {
            throw SqliteErrors.unreadable(file, e);
        } finally {
            turns.get(0).unlock();
        }
    }

    @Override
    public List<FileReport> others() {
        return discovery.others();
    }

    @Override
    public List<RowRange> ranges(TableInfo table, long rows) {
        turns.get(0).lock();
        try {
            return Ranges.of(snapshot.links().get(0), table, shape(table).rowId(), Math.max(1, rows), context);
        } catch (SQLException e) {
            throw SqliteErrors.unreadable(file, e);
        } finally {
            turns.get(0).unlock();
        }
    }

    @Override
    public RowReader reader() {
        int index = Math.floorMod(next.getAndIncrement(), turns.size());
        return new SqliteReader(this, snapshot.links().get(index), turns.get(index));
    }

    @Override
    public void close() {
        try {
            closeAll(snapshot, use);
        } catch (SQLException e) {
            throw SqliteErrors.unreadable(file, e);
        }
    }
}
