package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * A matrix as a person asks for it: columns as {@code TABLE.COLUMN}, or {@code COLUMN} of the table with the results.
 * What is left empty is found out.
 *
 * @param status the column to judge; not together with {@code measure}
 * @param measure the column with numbers
 * @param filters {@code COLUMN=VALUE} of the table with the results
 */
public record MatrixRequest(
        Optional<String> rows,
        Optional<String> columns,
        Optional<String> status,
        Optional<String> measure,
        What.Aggregate aggregate,
        List<String> filters) {
    public static final MatrixRequest READY =
            new MatrixRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), What.Aggregate.AVG, List.of());

    public MatrixRequest {
        filters = List.copyOf(filters);
    }

    private record Place(Table table, String column) {}

    /**
     * Finds the tables and columns that are meant.
     *
     * @param database its name, for errors
     * @throws GodwitException MATRIX_UNKNOWN if too little is said for this database, COLUMN_UNKNOWN, TABLES_UNRELATED
     */
    public MatrixSpec in(Matrices.Offer offer, String database) {
        String named = measure.or(() -> status).orElse("");
        MatrixSpec base;
        if (named.isEmpty()) {
            base = offer.ready().stream().findFirst()
                    .orElseThrow(() -> new GodwitException(ErrorCode.MATRIX_UNKNOWN, database, tables(offer)));
        } else {
            Place place = place(offer, offer.ready().stream().findFirst().map(MatrixSpec::facts), named);
            What what = measure.isPresent() ? new What.Measure(place.column(), aggregate) : new What.Status(place.column());
            base = around(offer, place.table(), what, database);
        }
        Axis across = rows.map(name -> axis(offer, base.facts(), name)).orElse(base.rows());
        Axis down = columns.map(name -> axis(offer, base.facts(), name)).orElse(base.columns());
        return new MatrixSpec(base.title(), base.facts(), across, down, base.what(), base.simulated(), base.time(), filters(base.facts()));
    }

    /** Takes the axes of the ready matrix on the same table; without one they must be said. */
    private MatrixSpec around(Matrices.Offer offer, Table facts, What what, String database) {
        if (what instanceof What.Measure && facts.column(what.column()).filter(Table.Column::isNumber).isEmpty()) {
            throw new GodwitException(ErrorCode.COLUMN_UNKNOWN, what.column(), facts.columns().stream()
                    .filter(Table.Column::isNumber).map(Table.Column::name).collect(Collectors.joining(", ")));
        }
        Optional<MatrixSpec> ready = offer.ready().stream().filter(spec -> spec.facts().equals(facts)).findFirst();
        if (ready.isEmpty() && (rows.isEmpty() || columns.isEmpty())) {
            throw new GodwitException(ErrorCode.MATRIX_UNKNOWN, database, tables(offer));
        }
        Axis across = ready.map(MatrixSpec::rows).orElseGet(() -> axis(offer, facts, rows.orElseThrow()));
        Axis down = ready.map(MatrixSpec::columns).orElseGet(() -> axis(offer, facts, columns.orElseThrow()));
        return ReadyMatrices.spec(facts, across, down, what);
    }

    private static Axis axis(Matrices.Offer offer, Table facts, String name) {
        Place place = place(offer, Optional.of(facts), name);
        if (place.table().equals(facts)) {
            return new Axis(place.column(), Optional.empty(), Lookups.group(facts, place.column()));
        }
        return Lookups.of(facts, place.table(), place.column())
                .orElseThrow(() -> new GodwitException(ErrorCode.TABLES_UNRELATED, facts.words(), place.table().words()));
    }

    /** Looks in the table with the results first; a name with a dot may be a table and its column. */
    private static Place place(Matrices.Offer offer, Optional<Table> facts, String name) {
        if (facts.isPresent() && facts.get().has(name)) {
            return new Place(facts.get(), facts.get().column(name).orElseThrow().name());
        }
        for (Table table : offer.tables()) {
            String prefix = table.words() + ".";
            if (name.length() > prefix.length() && name.substring(0, prefix.length()).equalsIgnoreCase(prefix)) {
                Optional<Table.Column> column = table.column(name.substring(prefix.length()));
                if (column.isPresent()) {
                    return new Place(table, column.get().name());
                }
            }
        }
        throw new GodwitException(ErrorCode.COLUMN_UNKNOWN, name, choices(offer, facts, name));
    }

    private static String choices(Matrices.Offer offer, Optional<Table> facts, String name) {
        Optional<Table> meant = offer.tables().stream().filter(t -> name.startsWith(t.words() + ".")).findFirst().or(() -> facts);
        return meant.map(t -> t.columns().stream().map(c -> t.words() + "." + c.name()).collect(Collectors.joining(", "))).orElseGet(() -> tables(offer));
    }

    private static String tables(Matrices.Offer offer) {
        return offer.tables().isEmpty() ? "-" : offer.tables().stream().map(Table::words).collect(Collectors.joining(", "));
    }

    private List<MatrixSpec.Filter> filters(Table facts) {
        List<MatrixSpec.Filter> found = new ArrayList<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            String column = equals < 0 ? filter : filter.substring(0, equals).strip();
            String name = facts.column(column)
                    .map(Table.Column::name)
                    .filter(any -> equals > 0)
                    .orElseThrow(() -> new GodwitException(ErrorCode.COLUMN_UNKNOWN, filter, facts.columns().stream()
                            .map(c -> c.name() + "=…").collect(Collectors.joining(", "))));
            found.add(new MatrixSpec.Filter(name, filter.substring(equals + 1).strip()));
        }
        return found;
    }
}
