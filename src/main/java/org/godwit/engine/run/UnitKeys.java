package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyText;
import org.godwit.shred.ShredResult;
import org.jspecify.annotations.Nullable;

/**
 * The rows of keyed tables that a unit speaks of. Where a key has references, the unit knows them by its own numbers only: they stand
 * for the ids of the rows that they lead to. One thread.
 */
final class UnitKeys {
    private final CompiledPlan plan;
    private final List<@Nullable KeyedTable> keyed;
    private final long[] nextIds;
    private final ShredResult unit;
    private final Map<Integer, KeyedTable.@Nullable Row[]> rows = new HashMap<>();
    /** For tables whose keys have references: a row for each of the unit's keys. */
    private final Map<Integer, Map<Integer, Place>> makers = new HashMap<>();

    /** A row of the unit: which batch, and where in it. */
    record Place(int batch, int row) {}

    /**
     * Rows that are spoken of for the first time get their ids, in the order in which the unit speaks of them.
     *
     * @param keyed by table, null for tables without key
     * @param nextIds of tables without key, the first free id
     * @param order all keyed tables, as {@link #order} has them
     */
    UnitKeys(CompiledPlan plan, List<@Nullable KeyedTable> keyed, long[] nextIds, List<Integer> order, ShredResult unit) {
        this.plan = plan;
        this.keyed = keyed;
        this.nextIds = nextIds;
        this.unit = unit;
        for (int batch = 0; batch < plan.batches().size(); batch++) {
            CompiledPlan.BatchSpec spec = plan.batches().get(batch);
            if (!inKey(plan, spec).isEmpty()) {
                List<ShredResult.Candidate> candidates = unit.candidates(batch);
                for (int row = 0; row < candidates.size(); row++) {
                    makers.computeIfAbsent(spec.table(), t -> new HashMap<>()).putIfAbsent(candidates.get(row).key(), new Place(batch, row));
                }
            }
        }
        order.forEach(table -> rows.put(table, new KeyedTable.@Nullable Row[unit.keys(table).texts().size()]));
        for (int table : order) {
            for (int key = 0; key < unit.keys(table).texts().size(); key++) {
                row(table, key);
            }
        }
    }

    /** Returns the keyed tables of a plan so that those come first whose ids are in the keys of others. */
    static List<Integer> order(CompiledPlan plan) {
        Set<Integer> order = new LinkedHashSet<>();
        for (int table = 0; table < plan.plan().tables().size(); table++) {
            add(plan, table, order, new HashSet<>());
        }
        return List.copyOf(order);
    }

    private static void add(CompiledPlan plan, int table, Set<Integer> order, Set<Integer> under) {
        if (!plan.keyed(table) || order.contains(table) || !under.add(table)) {
            return;
        }
        for (CompiledPlan.BatchSpec spec : plan.batches()) {
            if (spec.table() == table) {
                inKey(plan, spec).forEach(reference -> add(plan, reference.table(), order, under));
            }
        }
        order.add(table);
    }

    /** Returns the references of a batch that are part of the key of its rows. */
    private static List<CompiledPlan.Reference> inKey(CompiledPlan plan, CompiledPlan.BatchSpec spec) {
        List<String> key = plan.table(spec.table()).key();
        return spec.references().stream().filter(reference -> key.contains(spec.names().get(reference.column()))).toList();
    }

    /**
     * Returns the row of a key.
     *
     * @param key its number in the unit
     */
    KeyedTable.Row row(int table, int key) {
        KeyedTable.@Nullable Row[] known = Objects.requireNonNull(rows.get(table));
        KeyedTable.Row row = known[key];
        if (row == null) {
            Place maker = makers.getOrDefault(table, Map.of()).get(key);
            row = Objects.requireNonNull(keyed.get(table)).row(maker == null ? unit.keys(table).texts().get(key) : text(maker));
            known[key] = row;
        }
        return row;
    }

    private String text(Place maker) {
        KeyText text = new KeyText();
        parts(maker, KeyText::cell).forEach(text::add);
        return text.toString();
    }

    /** Returns the key of a row for people: the cells of its columns, references as ids. */
    String words(Place place) {
        List<String> names = plan.table(plan.batches().get(place.batch).table()).key();
        List<@Nullable String> parts = parts(place, KeyText::display);
        return IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + " = " + parts.get(i)).collect(Collectors.joining(", "));
    }

    /** Writes a cell that is no reference. */
    private interface CellText {
        @Nullable String of(ColumnVector column, int row);
    }

    private List<@Nullable String> parts(Place place, CellText text) {
        CompiledPlan.BatchSpec spec = plan.batches().get(place.batch);
        List<CompiledPlan.Reference> references = inKey(plan, spec);
        List<@Nullable String> parts = new ArrayList<>();
        for (String name : plan.table(spec.table()).key()) {
            int column = spec.names().indexOf(name);
            ColumnVector cells = unit.batches().get(place.batch).column(column);
            CompiledPlan.Reference reference = references.stream().filter(r -> r.column() == column).findFirst().orElse(null);
            parts.add(reference == null || cells.isNull(place.row) ? text.of(cells, place.row) : String.valueOf(id(reference, cells.longAt(place.row))));
        }
        return parts;
    }

    /**
     * Returns the id of the row that a reference leads to.
     *
     * @param there what the unit has in its place
     */
    long id(CompiledPlan.Reference reference, long there) {
        int local = (int) (there & ~ShredResult.REFERENCE);
        return keyed.get(reference.table()) == null ? nextIds[reference.table()] + local : row(reference.table(), local).id;
    }
}
