package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.godwit.model.DataType;

/** Tells whether constants of a plan fit columns. */
final class Constants {
    private Constants() {}

    /** Returns whether a String, Boolean or BigDecimal is a value of this type, without rounding. */
    static boolean fits(Object value, DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> value instanceof Boolean;
            case INTEGER -> fitsBits(value, 31);
            case BIGINT -> fitsBits(value, 63);
            case HUGEINT -> fitsBits(value, 127);
            case DOUBLE -> value instanceof BigDecimal number && fitsDouble(number);
            case DECIMAL -> value instanceof BigDecimal number && fitsDecimal(number.stripTrailingZeros(), type);
            case VARCHAR -> value instanceof String;
            case BLOB -> false;
            case DATE -> value instanceof String text && isDate(text);
            case TIMESTAMP -> value instanceof String text && (isDate(text) || isMoment(text));
            case JSON -> true;
        };
    }

    private static boolean fitsBits(Object value, int bits) {
        if (!(value instanceof BigDecimal number)) {
            return false;
        }
        BigDecimal whole = number.stripTrailingZeros();
        if (whole.scale() > 0 || whole.precision() - whole.scale() > 40) {
            return false;
        }
        BigInteger integer = whole.toBigIntegerExact();
        return integer.bitLength() <= bits;
    }

    private static boolean fitsDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    }

    private static boolean fitsDecimal(BigDecimal number, DataType type) {
        return number.scale() <= type.scale() && number.precision() - number.scale() <= type.precision() - type.scale();
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        String iso = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            LocalDateTime.parse(iso.replaceFirst(" ", "T"));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
