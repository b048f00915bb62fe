package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.Base64;
import org.godwit.shred.CellLimit;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.Utf8;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/** Puts the cells of one column into a statement. */
final class CellWriter {
    static final String NAN = "NaN";
    /** Why a negative zero cannot be held: a column of numbers keeps whole ones as integers, and those have one zero. */
    static final String NEGATIVE_ZERO = "-0.0: SQLite drops the sign of zero in a column of numbers";

    /** What a column of numbers cannot hold where it cannot be declared anew. */
    static final CellLimit SIGNED_ZERO = new CellLimit() {
        @Override
        public @Nullable String ofReal(double value) {
            return value == 0 && Double.doubleToRawLongBits(value) != 0 ? NEGATIVE_ZERO : null;
        }
    };

    private final int parameter;
    private final boolean counter;
    private final boolean signless;

    /**
     * @param parameter of the statement, from 1
     * @param counter the column is the row id, for which SQLite makes up a number where nothing is given
     * @param affinity of the column
     */
    CellWriter(int parameter, boolean counter, Affinity affinity) {
        this.parameter = parameter;
        this.counter = counter;
        this.signless = affinity != Affinity.NONE;
    }

    /** Binds a cell, or returns why SQLite cannot hold it. */
    @Nullable String bind(Prepared statement, ColumnVector column, int row) throws SQLException {
        if (column.isNull(row)) {
            statement.bindNull(parameter);
            return counter ? "the number of a row cannot be NULL" : null;
        }
        switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT -> statement.bind(parameter, column.longAt(row));
            case DOUBLE -> {
                return real(statement, column.doubleAt(row));
            }
            case HUGEINT -> statement.bind(parameter, column.objectAt(row).toString());
            case DECIMAL -> statement.bind(parameter, ((java.math.BigDecimal) column.objectAt(row)).toPlainString());
            case VARCHAR, JSON -> {
                return text(statement, column, row);
            }
            case DATE -> statement.bind(parameter, Moments.writeDay(column.longAt(row)));
            case TIMESTAMP -> statement.bind(parameter, Moments.write(column.longAt(row)));
            case BLOB -> {
                return blob(statement, (String) column.objectAt(row));
            }
        }
        return null;
    }

    private @Nullable String real(Prepared statement, double value) throws SQLException {
        if (Double.isNaN(value)) {
            statement.bind(parameter, NAN);
        } else {
            statement.bind(parameter, value);
            return signless ? SIGNED_ZERO.ofReal(value) : null;
        }
        return null;
    }

    private @Nullable String text(Prepared statement, ColumnVector column, int row) throws SQLException {
        Utf8Text utf8 = column.utf8TextAt(row);
        if (utf8 != null) {
            statement.bind(parameter, utf8);
            return null;
        }
        String value = (String) column.objectAt(row);
        int at = Utf8.firstUnwritable(value);
        if (at >= 0) {
            return "half a surrogate pair (U+%04X) at position %d is no text".formatted((int) value.charAt(at), at);
        }
        statement.bind(parameter, value);
        return null;
    }

    private @Nullable String blob(Prepared statement, String value) throws SQLException {
        try {
            byte[] bytes = Base64.getDecoder().decode(value);
            statement.bind(parameter, bytes);
            return null;
        } catch (IllegalArgumentException e) {
            return "not base64: " + e.getMessage();
        }
    }
}
