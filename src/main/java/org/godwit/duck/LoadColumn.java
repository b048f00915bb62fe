package org.godwit.duck;

/**
 * What goes into one column of a table when a batch is loaded.
 *
 * @param name the column of the table
 * @param expression DuckDB SQL over the columns of the batch
 */
public record LoadColumn(String name, String expression) {
    /** Returns the column of the batch with the same name, as it is. */
    public static LoadColumn same(String name) {
        return new LoadColumn(name, Sql.name(name));
    }
}
