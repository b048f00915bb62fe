package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.List;

/** What a person can choose from when a database makes no matrix by itself; all names are as {@link MatrixRequest} takes them. */
public final class MatrixChoices {
    private MatrixChoices() {}

    /** Returns columns that can be rows or columns of a matrix: the table's own, then those of tables that it points to. */
    public static List<String> axes(Matrices.Offer offer, Table facts) {
        List<String> names = new ArrayList<>(names(facts, facts.columns().stream().filter(c -> !isLineage(c)).toList()));
        for (Table table : offer.tables()) {
            if (!table.equals(facts) && Lookups.of(facts, table, table.columns().getFirst().name()).isPresent()) {
                names.addAll(names(table, table.columns().stream().filter(c -> c.isText() && !isLineage(c)).toList()));
            }
        }
        return names;
    }

    /** Returns columns that can be judged. */
    public static List<String> statuses(Table facts) {
        return names(facts, facts.columns().stream().filter(c -> (c.isBoolean() || c.isText() || c.isNumber()) && !isLineage(c)).toList());
    }

    /** Returns columns that can be measured. */
    public static List<String> measures(Table facts) {
        return names(facts, facts.columns().stream().filter(c -> c.isNumber() && !isLineage(c)).toList());
    }

    private static List<String> names(Table table, List<Table.Column> columns) {
        return columns.stream().map(c -> table.words() + "." + c.name()).toList();
    }

    private static boolean isLineage(Table.Column column) {
        return column.name().equals(Origins.DOC) || column.name().equals(Origins.AT) || column.name().equals(Origins.FEED);
    }
}
