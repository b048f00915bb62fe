package org.godwit.app.mapping;

/**
 * What of the target is selected.
 *
 * @param table empty for nothing
 * @param column empty for the table as a whole
 */
record Selection(String table, String column) {
    static final Selection NONE = new Selection("", "");

    boolean isTable() {
        return !table.isEmpty() && column.isEmpty();
    }

    boolean isColumn() {
        return !column.isEmpty();
    }
}
