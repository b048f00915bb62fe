package org.godwit.connector.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.godwit.model.DataType;
import org.godwit.model.OwnTables;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.model.TableSpec;
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
 * @param indexes other lists of columns to find rows by; of values that can be compared, not JSON or bytes
 * @param checks what every row keeps to, with values of the kinds of its columns; none that {@link TargetSession#unfit} has refused
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
        List<List<String>> indexes,
        List<TableSpec.Check> checks,
        String generated) {
    public TargetTable {
        names = List.copyOf(names);
        types = List.copyOf(types);
        required = Set.copyOf(required);
        primaryKey = List.copyOf(primaryKey);
        unique = unique.stream().map(List::copyOf).toList();
        foreignKeys = List.copyOf(foreignKeys);
        indexes = indexes.stream().map(List::copyOf).toList();
        checks = List.copyOf(checks);
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + types.size() + " types");
        }
    }

    /** A table without indexes of its own, and without checks. */
    public TargetTable(
            String name,
            List<String> names,
            List<DataType> types,
            Set<String> required,
            List<String> primaryKey,
            List<List<String>> unique,
            List<ForeignKey> foreignKeys,
            String generated) {
        this(name, names, types, required, primaryKey, unique, foreignKeys, List.of(), List.of(), generated);
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
        return new TargetTable(name, names, types, others, primaryKey, unique, foreignKeys, indexes, checks, generated);
    }

    /** Returns the table with other checks. */
    public TargetTable checking(List<TableSpec.Check> others) {
        return new TargetTable(name, names, types, required, primaryKey, unique, foreignKeys, indexes, others, generated);
    }

    /** Returns the type of a column. */
    public DataType type(String column) {
        return types.get(names.indexOf(column));
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

    /** Returns the lists of columns that rows are looked for by: those of references and of indexes, the longest first. */
    public List<List<String>> searched() {
        return Stream.concat(indexes.stream(), foreignKeys.stream().map(ForeignKey::columns))
                .distinct()
                .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
                .toList();
    }

    /** Returns which of these lists need an index of their own, the longest first: no index that is there serves them, nor that of a longer one. */
    public List<List<String>> missing(Collection<List<String>> there) {
        List<List<String>> missing = new ArrayList<>();
        for (List<String> columns : searched()) {
            if (Stream.concat(there.stream(), missing.stream()).noneMatch(index -> serves(index, columns))) {
                missing.add(columns);
            }
        }
        return missing;
    }

    /** Returns whether an index serves to find rows by some columns too, because it begins with them. */
    private static boolean serves(List<String> index, List<String> columns) {
        return index.size() >= columns.size() && index.subList(0, columns.size()).equals(columns);
    }

    /** Returns an empty batch of the table's columns. */
    public org.godwit.shred.RowBatch batch() {
        return new org.godwit.shred.RowBatch(name, names, types);
    }
}
