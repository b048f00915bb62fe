package org.godwit.analysis.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.Sql;
import org.jspecify.annotations.Nullable;

/** Works out figures about a column. */
final class Profiler {
    private static final QueryLimits LIMITS = new QueryLimits(1000, Duration.ofMinutes(2));
    private static final long COUNTED_UP_TO = 2_000_000;
    private static final int MOST_FREQUENT = 12;
    private static final int RANGES = 16;
    private static final int FEW = 24;

    private final Lease lease;
    private final String from;
    private final BooleanSupplier cancelled;

    /**
     * @param from a FROM clause of ours, with its conditions
     */
    Profiler(Lease lease, String from, BooleanSupplier cancelled) {
        this.lease = lease;
        this.from = from;
        this.cancelled = cancelled;
    }

    ColumnProfile profile(RowSource.Column column) {
        String name = Sql.name(column.name());
        List<@Nullable Object> counts = one("SELECT count(*), count(*) - count(" + name + ")" + from);
        long rows = number(counts, 0);
        boolean exact = rows <= COUNTED_UP_TO;
        String distinct = exact ? "count(DISTINCT " + name + ")" : "approx_count_distinct(" + name + ")";
        String mean = column.numeric() ? ", avg(" + name + ")::DOUBLE" : ", NULL";
        List<@Nullable Object> figures = one("SELECT " + distinct + ", left(min(" + name + ")::VARCHAR, 200), left(max(" + name + ")::VARCHAR, 200)" + mean + from);
        boolean ranges = column.numeric() && number(figures, 0) > FEW;
        List<ColumnProfile.Bar> bars = ranges ? ranges(name) : List.of();
        ranges &= !bars.isEmpty();
        return new ColumnProfile(
                column, rows, number(counts, 1), number(figures, 0), exact, text(figures, 1), text(figures, 2), text(figures, 3), ranges ? bars : frequent(name), ranges);
    }

    private List<ColumnProfile.Bar> frequent(String name) {
        String sql = "SELECT left(" + name + "::VARCHAR, 200), count(*) AS n" + and(name + " IS NOT NULL") + " GROUP BY " + name + " ORDER BY n DESC, 1 LIMIT " + MOST_FREQUENT;
        return bars(sql);
    }

    private List<ColumnProfile.Bar> ranges(String name) {
        List<@Nullable Object> ends = one("SELECT min(" + name + ")::DOUBLE, max(" + name + ")::DOUBLE" + and("isfinite(" + name + "::DOUBLE)"));
        if (!(ends.get(0) instanceof Double low) || !(ends.get(1) instanceof Double high) || high <= low) {
            return List.of();
        }
        double width = (high - low) / RANGES;
        if (!Double.isFinite(width) || width == 0) {
            return List.of();
        }
        String bin = "least(" + (RANGES - 1) + ", floor((" + name + "::DOUBLE - (" + low + "::DOUBLE)) / " + width + "::DOUBLE))::INTEGER";
        long[] counts = new long[RANGES];
        for (List<@Nullable Object> row : rows("SELECT " + bin + " AS bin, count(*)" + and("isfinite(" + name + "::DOUBLE)") + " GROUP BY bin")) {
            counts[(int) number(row, 0)] = number(row, 1);
        }
        List<ColumnProfile.Bar> bars = new ArrayList<>();
        for (int i = 0; i < RANGES; i++) {
            bars.add(new ColumnProfile.Bar(Round.of(low + i * width) + " – " + Round.of(low + (i + 1) * width), counts[i]));
        }
        return bars;
    }

    private String and(String condition) {
        return from + (from.contains(" WHERE ") ? " AND " : " WHERE ") + condition;
    }

    private List<ColumnProfile.Bar> bars(String sql) {
        return rows(sql).stream().map(row -> new ColumnProfile.Bar(Objects.toString(row.get(0), ""), number(row, 1))).toList();
    }

    private List<@Nullable Object> one(String sql) {
        return rows(sql).getFirst();
    }

    private List<List<@Nullable Object>> rows(String sql) {
        return Query.rows(lease, sql, LIMITS, cancelled).rows();
    }

    private static long number(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Number value ? value.longValue() : 0;
    }

    private static Optional<String> text(List<@Nullable Object> row, int column) {
        Object value = row.get(column);
        return value instanceof Double number ? Optional.of(Round.of(number)) : Optional.ofNullable(value).map(Object::toString);
    }
}
