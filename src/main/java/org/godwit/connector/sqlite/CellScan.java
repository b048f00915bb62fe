package org.godwit.connector.sqlite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Base64;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a target back as types of a plan: the way back of {@link CellWriter}, and exact or not at all. */
final class CellScan {
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private final TextForm form;

    CellScan(TextForm form) {
        this.form = form;
    }

    /** Adds a cell to a vector, or returns what is there instead of a value of its type. */
    @Nullable String read(Prepared query, int at, ColumnVector column) throws SQLException {
        return switch (query.type(at)) {
            case Prepared.INTEGER -> integer(query.integer(at), column);
            case Prepared.REAL -> real(query.real(at), column);
            case Prepared.TEXT -> {
                Utf8Text passing = isText(column) && form.passes() ? query.text(at, column.recent()) : null;
                if (passing != null) {
                    column.addObject(passing);
                    yield null;
                }
                byte[] bytes = query.bytes(at);
                String text = form.read(bytes);
                yield text == null ? "a text that is not valid " + form.charset().name() : text(text, column);
            }
            case Prepared.BLOB -> {
                byte[] bytes = query.bytes(at);
                if (column.type().kind() != DataType.Kind.BLOB) {
                    yield "a BLOB of " + bytes.length + " bytes";
                }
                column.addObject(Base64.getEncoder().encodeToString(bytes));
                yield null;
            }
            default -> {
                column.addNull();
                yield null;
            }
        };
    }

    private static boolean isText(ColumnVector column) {
        return column.type().kind() == DataType.Kind.VARCHAR || column.type().kind() == DataType.Kind.JSON;
    }

    private static @Nullable String integer(long value, ColumnVector column) {
        switch (column.type().kind()) {
            case BOOLEAN -> {
                if (value != 0 && value != 1) {
                    return "INTEGER " + value;
                }
                column.addLong(value);
            }
            case INTEGER -> {
                if (value != (int) value) {
                    return "INTEGER " + value;
                }
                column.addLong(value);
            }
            case BIGINT -> column.addLong(value);
            case HUGEINT -> column.addObject(BigInteger.valueOf(value));
            case DECIMAL -> {
                return decimal(BigDecimal.valueOf(value), column);
            }
            case DOUBLE -> {
                if (Math.abs(value) > EXACT_IN_DOUBLE) {
                    return "INTEGER " + value;
                }
                column.addDouble((double) value);
            }
            case VARCHAR, JSON, DATE, TIMESTAMP, BLOB -> {
                return "INTEGER " + value;
            }
        }
        return null;
    }

    private static @Nullable String real(double value, ColumnVector column) {
        return switch (column.type().kind()) {
            case DOUBLE -> {
                column.addDouble(value);
                yield null;
            }
            case DECIMAL -> Double.isInfinite(value) ? "REAL " + value : decimal(new BigDecimal(Double.toString(value)), column);
            case BOOLEAN, INTEGER -> value == (int) value ? integer((long) value, column) : "REAL " + value;
            case BIGINT, HUGEINT, VARCHAR, JSON, DATE, TIMESTAMP, BLOB -> "REAL " + value;
        };
    }

    private static @Nullable String text(String text, ColumnVector column) {
        switch (column.type().kind()) {
            case VARCHAR, JSON -> column.addObject(text);
            case DATE -> {
                return moment(Moments.readDay(text), text, column);
            }
            case TIMESTAMP -> {
                return moment(Moments.read(text), text, column);
            }
            case DOUBLE -> {
                if (!text.equals(CellWriter.NAN)) {
                    return shown(text);
                }
                column.addDouble(Double.NaN);
            }
            case HUGEINT, DECIMAL -> {
                return number(text, column);
            }
            case BOOLEAN, INTEGER, BIGINT, BLOB -> {
                return shown(text);
            }
        }
        return null;
    }

    private static @Nullable String moment(@Nullable Long value, String text, ColumnVector column) {
        if (value == null) {
            return shown(text);
        }
        column.addLong(value);
        return null;
    }

    private static @Nullable String number(String text, ColumnVector column) {
        try {
            if (column.type().kind() == DataType.Kind.DECIMAL) {
                return decimal(new BigDecimal(text), column);
            }
            column.addObject(new BigInteger(text));
            return null;
        } catch (NumberFormatException e) {
            return shown(text);
        }
    }

    private static @Nullable String decimal(BigDecimal value, ColumnVector column) {
        BigDecimal plain = value.stripTrailingZeros();
        int scale = column.type().scale();
        if (plain.signum() != 0 && (plain.scale() > scale || plain.precision() - plain.scale() > column.type().precision() - scale)) {
            return "the number " + value;
        }
        column.addObject(value.setScale(scale));
        return null;
    }

    private static String shown(String text) {
        return "TEXT '" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
