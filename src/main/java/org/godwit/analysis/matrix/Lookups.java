package org.godwit.analysis.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the table that a column such as {@code model_id} points to, and the column in it that names people's things. */
final class Lookups {
    private static final String ID = "id";
    private static final String KEY_END = "_id";

    private Lookups() {}

    /** Returns the axis that a key column beside the results leads to. */
    static Optional<Axis> of(List<Table> tables, Table facts, String key) {
        return tables.stream()
                .filter(table -> !table.equals(facts))
                .flatMap(table -> keyIn(table, key).flatMap(to -> label(table, key).map(label -> axis(table, key, to, label))).stream())
                .findFirst();
    }

    /** Returns the axis of a column in another table, if any column beside the results leads to that table. */
    static Optional<Axis> of(Table facts, Table table, String column) {
        return facts.columns().stream()
                .filter(c -> c.name().toLowerCase(Locale.ROOT).endsWith(KEY_END))
                .flatMap(c -> keyIn(table, c.name()).map(to -> axis(table, c.name(), to, column)).stream())
                .findFirst();
    }

    /** Returns the column of a family beside a name: {@code model_family} beside {@code model_name}, else {@code family}. */
    static Optional<String> group(Table table, String column) {
        String stem = column.replaceFirst("_(name|type|key|id)$", "");
        return Stream.of(stem + "_family", "family", stem + "_group", stem + "_category")
                .filter(name -> !name.equalsIgnoreCase(column))
                .flatMap(name -> table.column(name).stream())
                .map(Table.Column::name)
                .findFirst();
    }

    private static Axis axis(Table table, String from, String to, String column) {
        return new Axis(column, Optional.of(new Axis.Lookup(table, from, to)), group(table, column));
    }

    /** Only a table whose first column is the key is about that key's things; others only mention them. */
    private static Optional<String> keyIn(Table table, String key) {
        String first = table.columns().getFirst().name();
        if (first.equalsIgnoreCase(key)) {
            return Optional.of(first);
        }
        String stem = stem(key);
        String name = table.name().toLowerCase(Locale.ROOT);
        boolean about = name.equals(stem) || name.equals(stem + "s") || (name.startsWith(stem + "_") && name.endsWith("s") && first.equalsIgnoreCase(ID));
        return about ? table.column(ID).map(Table.Column::name) : Optional.empty();
    }

    private static Optional<String> label(Table table, String key) {
        String stem = stem(key);
        return Stream.of(stem + "_name", "name", stem + "_type", stem, "label", "title")
                .flatMap(name -> table.column(name).stream())
                .map(Table.Column::name)
                .findFirst()
                .or(() -> table.columns().stream().filter(Table.Column::isText).map(Table.Column::name).findFirst());
    }

    private static String stem(String key) {
        String low = key.toLowerCase(Locale.ROOT);
        return low.endsWith(KEY_END) ? low.substring(0, low.length() - KEY_END.length()) : low;
    }
}
