package org.godwit.app.mapping;

import org.godwit.model.TableSpec;

/** A line of the target side. */
sealed interface TargetRow {
    /** Returns the table that it is or belongs to. */
    TableSpec table();

    /** Returns the name of the table or column. */
    String name();

    /** Returns the selection of this line. */
    Selection selection();

    /** A table. */
    record Table(TableSpec table) implements TargetRow {
        @Override
        public String name() {
            return table.name();
        }

        @Override
        public Selection selection() {
            return new Selection(table.name(), "");
        }
    }

    /**
     * A column.
     *
     * @param from where its values come from, in words
     */
    record Column(TableSpec table, TableSpec.Column column, String from) implements TargetRow {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public Selection selection() {
            return new Selection(table.name(), column.name());
        }
    }
}
