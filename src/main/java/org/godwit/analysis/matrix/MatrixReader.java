package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Reads one matrix: the members of its axes, then all cells. Members without any result are left out. */
final class MatrixReader {
    /** More is no matrix that anybody can look at. */
    static final long MOST_PAIRS = 1_000_000;

    private static final long MOST_KEYS = 200_000;
    private static final long MOST_GROUPS = 4_000_000;

    private final Lease lease;
    private final MatrixSpec spec;
    private final BooleanSupplier cancelled;
    private final MatrixSql sql;
    private final Map<Matrix.Pair, Building> cells = new HashMap<>();

    MatrixReader(Lease lease, MatrixSpec spec, BooleanSupplier cancelled) {
        this.lease = lease;
        this.spec = spec;
        this.cancelled = cancelled;
        this.sql = new MatrixSql(spec);
    }

    Matrix read() {
        Members rows = new Members(spec.rows());
        Members columns = new Members(spec.columns());
        QueryResult result = Query.rows(lease, sql.cells(), QueryLimits.ALL.withRows(MOST_GROUPS), cancelled);
        for (List<@Nullable Object> group : result.rows()) {
            Matrix.Pair pair = new Matrix.Pair(rows.place(group.get(0)), columns.place(group.get(1)));
            add(cells.computeIfAbsent(pair, p -> new Building()), group);
            if ((long) rows.found.size() * columns.found.size() > MOST_PAIRS) {
                throw tooLarge();
            }
        }
        if (!result.complete()) {
            throw tooLarge();
        }
        Map<Matrix.Pair, Cell> built = new HashMap<>();
        cells.forEach((pair, building) -> built.put(pair, building.cell()));
        return new Matrix(spec, rows.found, columns.found, built);
    }

    private GodwitException tooLarge() {
        return new GodwitException(ErrorCode.MATRIX_TOO_LARGE, spec.rows().words(), spec.columns().words(), MOST_PAIRS);
    }

    private void add(Building building, List<@Nullable Object> group) {
        Object simulated = group.get(2);
        if (spec.isMeasure()) {
            long values = number(group.get(4));
            Tally tally = new Tally(values, 0, 0, number(group.get(3)) - values);
            building.measure(simulated instanceof Boolean flag ? flag : null, tally, decimal(group.get(5)), text(group.get(6)));
        } else {
            Verdict verdict = Verdict.of(number(group.get(3)));
            building.judge(Boolean.TRUE.equals(simulated), verdict, number(group.get(4)), text(group.get(5)));
        }
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable Double decimal(@Nullable Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : null;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** One cell while its groups come in. */
    private static final class Building {
        private Tally real = Tally.NONE;
        private Tally simulated = Tally.NONE;
        private final Map<Verdict, String> newest = new EnumMap<>(Verdict.class);
        private @Nullable Double value;
        private @Nullable Double anyValue;
        private String newestAny = "";

        void judge(boolean simulation, Verdict verdict, long count, String time) {
            note(time);
            if (simulation) {
                simulated = simulated.plus(Tally.of(verdict, count));
                return;
            }
            real = real.plus(Tally.of(verdict, count));
            if (!time.isEmpty()) {
                newest.merge(verdict, time, (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }

        /** @param simulation null for the group of all results */
        void measure(@Nullable Boolean simulation, Tally tally, @Nullable Double measured, String time) {
            note(time);
            if (simulation == null) {
                anyValue = measured;
            } else if (simulation) {
                simulated = tally;
            } else {
                real = tally;
                value = measured;
            }
        }

        private void note(String time) {
            if (time.compareTo(newestAny) > 0) {
                newestAny = time;
            }
        }

        Cell cell() {
            return new Cell(real, simulated, newest, value, anyValue, newestAny);
        }
    }

    /** Who stands on an axis; a member gets its place when its first result comes. */
    private final class Members {
        private record Known(@Nullable String label, String group, List<String> keys) {}

        private final List<Member> found = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<String, Known> known = new LinkedHashMap<>();
        private final boolean lookedUp;

        Members(Axis axis) {
            lookedUp = axis.lookup().isPresent();
            sql.members(axis).ifPresent(this::readKnown);
        }

        private void readKnown(String members) {
            QueryResult all = Query.rows(lease, members, QueryLimits.ALL.withRows(MOST_KEYS), cancelled);
            if (!all.complete()) {
                throw tooLarge();
            }
            for (List<@Nullable Object> row : all.rows()) {
                Object label = row.get(1);
                Object key = row.get(3);
                Known one = known.computeIfAbsent(
                        named(row.get(0)), i -> new Known(label == null ? null : label.toString(), text(row.get(2)), new ArrayList<>()));
                if (key != null) {
                    one.keys().add(key.toString());
                }
            }
        }

        int place(@Nullable Object index) {
            return places.computeIfAbsent(named(index), i -> {
                found.add(member(index));
                return found.size() - 1;
            });
        }

        /** The text "null" is not NULL. */
        private static String named(@Nullable Object index) {
            return index == null ? "" : "=" + index;
        }

        private Member member(@Nullable Object index) {
            Known one = index == null ? null : known.get(named(index));
            if (one != null && one.label() != null && index != null) {
                return new Member(one.label(), one.group(), lookedUp ? one.keys() : List.of(index.toString()));
            }
            if (one != null) {
                return new Member(Messages.get("matrix.member.unnamed"), one.group(), one.keys());
            }
            return index == null
                    ? new Member(Messages.get("matrix.member.none"), "", List.of())
                    : new Member(index.toString(), "", List.of(index.toString()));
        }
    }
}
