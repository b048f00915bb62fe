package org.godwit.connector.mariadb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.godwit.shred.Utf8Text;

/**
 * Writes rows as LOAD DATA reads them: fields end with a tab, rows with a line feed, a backslash takes the meaning from
 * the next byte, and NULL is {@code \N}. Texts are UTF-8, bytes are themselves. Not thread-safe.
 */
final class LoadText {
    private static final byte[] NULL = {'\\', 'N'};
    private static final int LONGEST_LONG = 20;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int MICRO_DIGITS = 6;

    private byte[] bytes = new byte[1 << 16];
    private int size;

    /** Returns what was written since the last call, whole rows. */
    byte[] take() {
        byte[] result = Arrays.copyOf(bytes, size);
        size = 0;
        return result;
    }

    int size() {
        return size;
    }

    void row(RowBatch batch, int row) {
        int columns = batch.columns().size();
        for (int i = 0; i < columns; i++) {
            ColumnVector column = batch.column(i);
            if (column.isNull(row)) {
                raw(NULL);
            } else {
                value(column, row);
            }
            put(i == columns - 1 ? '\n' : '\t');
        }
    }

    private void value(ColumnVector column, int row) {
        switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT -> number(column.longAt(row));
            case DOUBLE -> ascii(Double.toString(column.doubleAt(row)));
            case HUGEINT -> ascii(column.objectAt(row).toString());
            case DECIMAL -> ascii(((java.math.BigDecimal) column.objectAt(row)).toPlainString());
            case VARCHAR, JSON -> text(column, row);
            case BLOB -> escaped(Base64.getDecoder().decode((String) column.objectAt(row)));
            case DATE -> date(column.longAt(row));
            case TIMESTAMP -> moment(column.longAt(row));
        }
    }

    private void need(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private void put(int b) {
        need(1);
        bytes[size++] = (byte) b;
    }

    private void raw(byte[] some) {
        need(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    private void ascii(String text) {
        raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void number(long value) {
        if (value == Long.MIN_VALUE) {
            ascii(Long.toString(value));
            return;
        }
        need(LONGEST_LONG);
        long rest = value;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int from = size;
        do {
            bytes[size++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int i = from, j = size - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
    }

    private void text(ColumnVector column, int row) {
        Utf8Text utf8 = column.utf8TextAt(row);
        if (utf8 == null) {
            text((String) column.objectAt(row));
        } else {
            escaped(utf8.bytes());
        }
    }

    private void text(String text) {
        need(text.length() * 2);
        boolean plain = true;
        int start = size;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                plain = false;
                break;
            }
            escaped((byte) c);
        }
        if (!plain) {
            size = start;
            escaped(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void escaped(byte[] some) {
        need(some.length * 2);
        for (byte b : some) {
            escaped(b);
        }
    }

    // There is room for two bytes.
    private void escaped(byte b) {
        switch (b) {
            case '\\' -> {
                bytes[size++] = '\\';
                bytes[size++] = '\\';
            }
            case '\t' -> {
                bytes[size++] = '\\';
                bytes[size++] = 't';
            }
            case '\n' -> {
                bytes[size++] = '\\';
                bytes[size++] = 'n';
            }
            case 0 -> {
                bytes[size++] = '\\';
                bytes[size++] = '0';
            }
            default -> bytes[size++] = b;
        }
    }

    private void date(long day) {
        // Days to a date of the Gregorian calendar, by eras of 400 years that begin on 1 March.
        long shifted = day + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        long inEra = shifted - era * 146_097;
        long yearOfEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365;
        long dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shiftedMonth = (5 * dayOfYear + 2) / 153;
        long month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        digits(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
        put('-');
        digits(month, 2);
        put('-');
        digits(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2);
    }

    private void moment(long micros) {
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        long day = Math.floorDiv(seconds, SECONDS_PER_DAY);
        long ofDay = seconds - day * SECONDS_PER_DAY;
        date(day);
        put(' ');
        digits(ofDay / 3_600, 2);
        put(':');
        digits(ofDay / 60 % 60, 2);
        put(':');
        digits(ofDay % 60, 2);
        long fraction = Math.floorMod(micros, MICROS_PER_SECOND);
        if (fraction != 0) {
            put('.');
            digits(fraction, MICRO_DIGITS);
        }
    }

    private void digits(long value, int count) {
        need(count);
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            bytes[size + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    /** Returns a day as text, for statements. */
    static String dateText(long day) {
        LoadText text = new LoadText();
        text.date(day);
        return new String(text.take(), StandardCharsets.ISO_8859_1);
    }

    /** Returns a moment as text, for statements. */
    static String momentText(long micros) {
        LoadText text = new LoadText();
        text.moment(micros);
        return new String(text.take(), StandardCharsets.ISO_8859_1);
    }
}
