package org.godwit.connector.csv;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.godwit.shred.ColumnVector;

/** Writes values of a plan's types as text, and reads exactly these texts. Pure. */
final class CsvValues {
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private CsvValues() {}

    /** Returns the text of a value that is not null. */
    static String text(ColumnVector column, int row) {
        return switch (column.type().kind()) {
            case BOOLEAN -> column.longAt(row) != 0 ? "true" : "false";
            case INTEGER, BIGINT -> Long.toString(column.longAt(row));
            case DOUBLE -> Double.toString(column.doubleAt(row));
            case DECIMAL -> ((BigDecimal) column.objectAt(row)).toPlainString();
            case HUGEINT, VARCHAR, JSON, BLOB -> column.objectAt(row).toString();
            case DATE -> LocalDate.ofEpochDay(column.longAt(row)).toString();
            case TIMESTAMP -> moment(column.longAt(row));
        };
    }

    private static String moment(long micros) {
        int nanos = (int) Math.floorMod(micros, MICROS) * NANOS_OF_MICRO;
        String text = LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC).toString();
        // The JDK leaves out seconds that are zero.
        return text.length() - text.indexOf('T') == "T10:00".length() ? text + ":00" : text;
    }

    /** Adds the value of a text; returns whether it is one of the column's type. */
    static boolean read(String text, ColumnVector column) {
        try {
            switch (column.type().kind()) {
                case BOOLEAN -> column.addLong(text.equals("true") ? 1 : 0);
                case INTEGER, BIGINT -> column.addLong(Long.parseLong(text));
                case DOUBLE -> column.addDouble(Double.parseDouble(text));
                case DECIMAL -> column.addObject(new BigDecimal(text).setScale(column.type().scale()));
                case HUGEINT -> column.addObject(new BigInteger(text));
                case VARCHAR, JSON, BLOB -> column.addObject(text);
                case DATE -> column.addLong(day(text).toEpochDay());
                case TIMESTAMP -> column.addLong(micros(moment(text)));
            }
            return true;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // What is there is not what was written.
            return false;
        }
    }

    // The usual form, which the JDK's own parser takes long for.
    private static LocalDate day(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-' && Character.isDigit(text.charAt(0))) {
            return LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
        }
        return LocalDate.parse(text);
    }

    private static LocalDateTime moment(String text) {
        int t = text.indexOf('T');
        return t < 0 ? LocalDateTime.parse(text) : LocalDateTime.of(day(text.substring(0, t)), LocalTime.parse(text.substring(t + 1)));
    }

    private static long micros(LocalDateTime moment) {
        return Math.addExact(Math.multiplyExact(moment.toEpochSecond(ZoneOffset.UTC), MICROS), moment.get(ChronoField.MICRO_OF_SECOND));
    }
}
