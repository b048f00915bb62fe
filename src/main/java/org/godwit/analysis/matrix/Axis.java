package org.godwit.analysis.matrix;

import java.util.Optional;

/**
 * One dimension of a matrix.
 *
 * @param column the column whose values are its members: of the table with the results, or of the one looked up
 * @param lookup how another table is reached; empty if the column stands beside the results
 * @param group the column that says which family a member belongs to, beside {@code column}
 */
public record Axis(String column, Optional<Lookup> lookup, Optional<String> group) {
    /**
     * A table that describes members.
     *
     * @param from the column beside the results that names a member
     * @param to the column of {@code table} with the same values
     */
    public record Lookup(Table table, String from, String to) {}

    /** Returns its name for people: {@code models.model_name}, or the column alone. */
    public String words() {
        return lookup.map(l -> l.table().words() + ".").orElse("") + column;
    }
}
