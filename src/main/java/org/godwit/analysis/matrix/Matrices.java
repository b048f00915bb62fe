package org.godwit.analysis.matrix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;
import org.godwit.duck.Leases;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * Reads matrices from DuckDB files, which are only read and let go of when they are not used. Thread-safe; calls block.
 *
 * <p>All methods throw {@link GodwitException} (SOURCE_MISSING, TARGET_LOCKED, TARGET_UNREADABLE, QUERY_FAILED) for what
 * people can act on, and {@link org.godwit.task.TaskCancelledException} once cancelled.
 */
public final class Matrices implements AutoCloseable {
    private final Leases leases;

    /** Reads databases that nobody else in this process looks into. */
    public Matrices() {
        this(new Leases());
    }

    /** Shares the databases with others who look into them. */
    public Matrices(Leases leases) {
        this.leases = leases;
    }

    /**
     * What a database offers.
     *
     * @param tables its tables and views, Godwit's own left out
     * @param ready matrices that need no set-up, the best first
     */
    public record Offer(List<Table> tables, List<MatrixSpec> ready) {
        public Offer {
            tables = List.copyOf(tables);
            ready = List.copyOf(ready);
        }
    }

    /** Looks at what tables there are. */
    public Offer offer(Path database, BooleanSupplier cancelled) {
        List<Table> tables = Catalogue.read(lease(database), cancelled);
        return new Offer(tables, ReadyMatrices.of(tables));
    }

    /**
     * Computes a matrix.
     *
     * @throws GodwitException also MATRIX_TOO_LARGE
     */
    public Matrix matrix(Path database, MatrixSpec spec, BooleanSupplier cancelled) {
        return new MatrixReader(lease(database), spec, cancelled).read();
    }

    /**
     * Reads the rows behind a pair, the newest first.
     *
     * @param withSimulated whether simulated results are among them
     */
    public PairRows rows(Path database, Matrix matrix, Matrix.Pair pair, boolean withSimulated, long offset, int limit, BooleanSupplier cancelled) {
        MatrixSql sql = new MatrixSql(matrix.spec());
        Member row = matrix.rows().get(pair.row());
        Member column = matrix.columns().get(pair.column());
        QueryResult result = Query.rows(lease(database), sql.rows(row, column, withSimulated, offset, limit), QueryLimits.ALL, cancelled);
        int lineage = Origins.columns(matrix.spec().facts()).size();
        int shown = result.columns().size() - lineage;
        List<PairRows.Row> rows = result.rows().stream().map(values -> row(values, shown)).toList();
        Cell cell = matrix.cell(pair);
        long total = cell.real().total() + (withSimulated ? cell.simulated().total() : 0);
        List<Table.Column> columns =
                result.columns().subList(0, shown).stream().map(c -> new Table.Column(c.name(), c.type())).toList();
        return new PairRows(columns, rows, offset, total);
    }

    /** Returns the SQL that gives all rows of a pair, simulated or not as wanted. */
    public static String sql(Matrix matrix, Matrix.Pair pair, boolean withSimulated) {
        return new MatrixSql(matrix.spec())
                .rows(matrix.rows().get(pair.row()), matrix.columns().get(pair.column()), withSimulated, 0, Integer.MAX_VALUE);
    }

    private static PairRows.Row row(List<@Nullable Object> values, int shown) {
        List<@Nullable String> texts = new ArrayList<>(shown);
        for (Object value : values.subList(0, shown)) {
            texts.add(value == null ? null : value.toString());
        }
        Origin origin = values.size() > shown ? Origins.of(values.get(shown), values.get(shown + 1), values.get(shown + 2)) : null;
        return new PairRows.Row(texts, origin);
    }

    private Lease lease(Path database) {
        if (!Files.exists(database)) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, database);
        }
        return leases.of(database);
    }

    /** Lets go of all databases that are not in use. */
    @Override
    public void close() {
        leases.close();
    }
}
