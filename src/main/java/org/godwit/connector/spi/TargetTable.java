package org.godwit.connector.spi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.godwit.model.DataType;
import org.godwit.model.OwnTables;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.CellLimit;
import org.jspecify.annotations.Nullable;

/**
 * A table as a target is to have it.
 *
 * @param types in the order of {@code names}
 * @param required columns that are NOT NULL
 * @param primaryKey empty for none
 * @param unique other sets of columns that tell rows apart
 * @param foreignKeys to tables of the same plan, possibly to itself or in a circle
 * @param generated the column that counts rows, whose sequence goes on after the greatest value; empty for none
 */
public record TargetTable(
        String name,
        List<String> names,
        List<DataType> types,
        Set<String> required,
        List<String> primaryKey,
        List<List<String>> unique,
        List<ForeignKey> foreignKeys,
        String generated) {
    public TargetTable {
        names = List.copyOf(names);
        types = List.copyOf(types);
        required = Set.copyOf(required);
        primaryKey = List.copyOf(primaryKey);
        unique = unique.stream().map(List::copyOf).toList();
        foreignKeys = List.copyOf(foreignKeys);
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + types.size() + " types");
        }
    }

    /** A table without keys. */
    public static TargetTable plain(String name, List<String> names, List<DataType> types) {
        return new TargetTable(name, names, types, Set.of(), List.of(), List.of(), List.of(), "");
    }

    /** Returns whether it is one of Godwit's own tables: those keep JSON as text, of any depth and with any numbers. */
    public boolean isOwn() {
        return OwnTables.isOwn(name);
    }

    /** Returns the table with other columns that are NOT NULL. */
    public TargetTable requiring(Set<String> others) {
        return new TargetTable(name, names, types, others, primaryKey, unique, foreignKeys, generated);
    }

    /** Returns what its columns cannot hold if each type has a limit, or none. */
    public Map<String, CellLimit> limits(Function<DataType, @Nullable CellLimit> ofType) {
        Map<String, CellLimit> limits = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            CellLimit limit = ofType.apply(types.get(i));
            if (limit != null) {
                limits.put(names.get(i), limit);
            }
        }
        return limits;
    }

    /** Returns an empty batch of the table's columns. */
    public org.godwit.shred.RowBatch batch() {
        return new org.godwit.shred.RowBatch(name, names, types);
    }
}
