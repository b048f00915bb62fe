package org.godwit.shred;

import org.jspecify.annotations.Nullable;

/** The key of a row as one text: the parts' characters, each with its length, so that different keys never look alike. */
public final class KeyText {
    private final StringBuilder text = new StringBuilder();

    /** Adds a part: the cell's value as text, or null. */
    public KeyText add(@Nullable String part) {
        if (part == null) {
            text.append("-;");
        } else {
            text.append(part.length()).append(':').append(part).append(';');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Returns the text of a cell of a key column: the same for equal values, however they were loaded. */
    public static @Nullable String cell(ColumnVector column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        return switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> Long.toString(column.longAt(row));
            case DOUBLE -> Double.toString(column.doubleAt(row) == 0 ? 0.0 : column.doubleAt(row));
            case VARCHAR, JSON, BLOB, HUGEINT, DECIMAL -> column.objectAt(row).toString();
        };
    }

    /** Returns the text of a cell for people, null for NULL. */
    public static @Nullable String display(ColumnVector column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        return switch (column.type().kind()) {
            case BOOLEAN -> String.valueOf(column.longAt(row) != 0);
            case DATE -> java.time.LocalDate.ofEpochDay(column.longAt(row)).toString();
            case TIMESTAMP -> DateForms.write(org.godwit.model.DateForm.SPACE, column.longAt(row));
            case INTEGER, BIGINT, DOUBLE, VARCHAR, JSON, BLOB, HUGEINT, DECIMAL -> cell(column, row);
        };
    }
}
