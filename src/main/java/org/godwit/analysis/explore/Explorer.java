package org.godwit.analysis.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.godwit.duck.CatalogTable;
import org.godwit.duck.Export;
import org.godwit.duck.Lease;
import org.godwit.duck.Leases;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.duck.Sql;
import org.godwit.duck.TableSelection;
import org.godwit.duck.TargetCatalog;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * Looks into databases, and changes none. Thread-safe; every call blocks. All methods throw {@link GodwitException}
 * (QUERY_FAILED, TARGET_LOCKED, TARGET_UNREADABLE) and {@link org.godwit.task.TaskCancelledException} once cancelled.
 */
public final class Explorer {
    private final Leases leases;

    public Explorer(Leases leases) {
        this.leases = leases;
    }

    /** Returns tables by name, then views by name. */
    public List<CatalogTable> tables(Path database) {
        return new TargetCatalog(lease(database)).tables();
    }

    /**
     * Finds a table or view.
     *
     * @throws GodwitException QUERY_FAILED if there is none of this name
     */
    public CatalogTable table(Path database, String name) {
        return tables(database).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new GodwitException(ErrorCode.QUERY_FAILED, "there is no table " + name + " in " + database));
    }

    /** Opens rows of a table: counts them, and sorts them once if an order or filters are given. */
    public RowSource rows(Path database, CatalogTable table, List<Filter> filters, Optional<Sort> sort, BooleanSupplier cancelled) {
        TableSelection selection = TableSelection.open(lease(database), table, where(filters), sort.map(Sort::sql).orElse(""), cancelled);
        return new TableRows(columns(table), selection);
    }

    /** Works out figures about a column, among the rows that the filters let through. */
    public ColumnProfile profile(Path database, CatalogTable table, List<Filter> filters, RowSource.Column column, BooleanSupplier cancelled) {
        return new Profiler(lease(database), from(table, filters), cancelled).profile(column);
    }

    /** Runs SQL of people: one statement that reads. */
    public QueryResult query(Path database, String sql, QueryLimits limits, BooleanSupplier cancelled) {
        return Query.rows(lease(database), sql, limits, cancelled);
    }

    /** Writes the whole result of SQL of people to a file; returns how many rows. */
    public long export(Path database, String sql, Path file, ExportFormat format, QueryLimits limits, BooleanSupplier cancelled) {
        return switch (format) {
            case CSV -> Export.write(database, sql, file, Export.Format.CSV, limits, cancelled);
            case JSON -> Export.write(database, sql, file, Export.Format.JSON, limits, cancelled);
            case PARQUET -> Export.write(database, sql, file, Export.Format.PARQUET, limits, cancelled);
            case MARKDOWN -> Markdown.write(query(database, sql, limits, cancelled), file);
        };
    }

    /** Returns SQL that gives the same rows as {@link #rows}, with these columns only. */
    public static String sql(CatalogTable table, List<String> columns, List<Filter> filters, Optional<Sort> sort) {
        return "SELECT " + Sql.names(columns) + from(table, filters) + sort.map(by -> " ORDER BY " + by.sql()).orElse("");
    }

    /** Returns the columns of a table. */
    public static List<RowSource.Column> columns(CatalogTable table) {
        return table.columns().stream().map(column -> new RowSource.Column(column.name(), column.type())).toList();
    }

    private static String from(CatalogTable table, List<Filter> filters) {
        String where = where(filters);
        return " FROM " + Sql.name(table.schema()) + "." + Sql.name(table.name()) + (where.isEmpty() ? "" : " WHERE " + where);
    }

    private static String where(List<Filter> filters) {
        return filters.stream().map(filter -> "(" + filter.sql() + ")").collect(Collectors.joining(" AND "));
    }

    private Lease lease(Path database) {
        return leases.of(database);
    }
}
