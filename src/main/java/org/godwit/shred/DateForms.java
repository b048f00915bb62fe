package org.godwit.shred;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.godwit.model.DateForm;

/**
 * The one reader and writer of moments as text. A form reads only what it can write again character by character:
 * years 0001 to 9999, days and times that exist, no leap second, no fraction of six zeros.
 */
public final class DateForms {
    /** What {@link #micros} gives for a text that is not of the form. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long SECONDS_PER_DAY = 86_400L;
    private static final long MIN_SECOND = daysOf(1, 1, 1) * SECONDS_PER_DAY;
    private static final long END_SECOND = (daysOf(9999, 12, 31) + 1) * SECONDS_PER_DAY;
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DateForms() {}

    /** Returns whether the text is of the form, so that writing its moment gives the same text. */
    public static boolean reads(DateForm form, String text) {
        return micros(form, text) != UNREADABLE;
    }

    /** Returns the microseconds since 1970-01-01T00:00 that the text stands for, or {@link #UNREADABLE}. */
    public static long micros(DateForm form, String text) {
        return switch (form) {
            case ISO -> moment(text, text.length(), 'T');
            case SPACE -> moment(text, text.length(), ' ');
            case ISO_UTC -> endsWithZ(text) ? moment(text, text.length() - 1, 'T') : UNREADABLE;
            case ISO_MILLIS -> millis(text, text.length());
            case ISO_MILLIS_UTC -> endsWithZ(text) ? millis(text, text.length() - 1) : UNREADABLE;
            case COMPACT -> compact(text);
            case DATE -> text.length() == 10 ? day(text) : UNREADABLE;
        };
    }

    private static boolean endsWithZ(String text) {
        int length = text.length();
        return length >= 20 && text.charAt(length - 1) == 'Z';
    }

    private static long moment(String text, int end, char separator) {
        if (end == 19) {
            return second(text, separator);
        }
        if (end != 26 || text.charAt(19) != '.') {
            return UNREADABLE;
        }
        int fraction = digits(text, 20, 6);
        long second = fraction <= 0 ? UNREADABLE : second(text, separator);
        return second == UNREADABLE ? UNREADABLE : second + fraction;
    }

    private static long millis(String text, int end) {
        if (end != 23 || text.charAt(19) != '.') {
            return UNREADABLE;
        }
        int fraction = digits(text, 20, 3);
        long second = fraction < 0 ? UNREADABLE : second(text, 'T');
        return second == UNREADABLE ? UNREADABLE : second + fraction * 1000L;
    }

    /** The first 19 characters: day, separator, time of day. */
    private static long second(String text, char separator) {
        if (text.charAt(10) != separator || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return UNREADABLE;
        }
        long day = day(text);
        return day == UNREADABLE ? UNREADABLE : plusTime(day, digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2));
    }

    private static long compact(String text) {
        if (text.length() != 15 || text.charAt(8) != '_') {
            return UNREADABLE;
        }
        long day = dayMicros(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2));
        return day == UNREADABLE ? UNREADABLE : plusTime(day, digits(text, 9, 2), digits(text, 11, 2), digits(text, 13, 2));
    }

    private static long day(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            return UNREADABLE;
        }
        return dayMicros(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    }

    private static long dayMicros(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthDays(year, month)) {
            return UNREADABLE;
        }
        return daysOf(year, month, day) * SECONDS_PER_DAY * MICROS_PER_SECOND;
    }

    private static long plusTime(long day, int hour, int minute, int second) {
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return UNREADABLE;
        }
        return day + (hour * 3600L + minute * 60L + second) * MICROS_PER_SECOND;
    }

    private static int monthDays(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : MONTH_DAYS[month - 1];
    }

    /** Returns the number of ASCII digits, or -1 if some character is none. */
    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Days since 1970-01-01 in the Gregorian calendar, counted from March so that the leap day comes last. */
    private static long daysOf(int year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long m = month <= 2 ? month + 9 : month - 3;
        return y * 365 + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1 - 719_468;
    }

    /**
     * Writes a moment.
     *
     * @param micros since 1970-01-01T00:00, of a year from 1 to 9999; a form that has no place for a fraction or a
     *     time of day leaves it out
     * @throws IllegalArgumentException for other years
     */
    public static String write(DateForm form, long micros) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        int fraction = (int) Math.floorMod(micros, MICROS_PER_SECOND);
        if (second < MIN_SECOND || second >= END_SECOND) {
            throw new IllegalArgumentException("not in the years 1 to 9999: " + micros);
        }
        StringBuilder out = new StringBuilder(27);
        boolean compact = form == DateForm.COMPACT;
        appendDay(out, Math.floorDiv(second, SECONDS_PER_DAY), compact ? "" : "-");
        if (form == DateForm.DATE) {
            return out.toString();
        }
        out.append(compact ? '_' : form == DateForm.SPACE ? ' ' : 'T');
        appendTime(out, (int) Math.floorMod(second, SECONDS_PER_DAY), compact ? "" : ":");
        boolean inMillis = form == DateForm.ISO_MILLIS || form == DateForm.ISO_MILLIS_UTC;
        if (inMillis) {
            out.append('.');
            appendDigits(out, fraction / 1000, 3);
        } else if (!compact && fraction != 0) {
            out.append('.');
            appendDigits(out, fraction, 6);
        }
        if (form == DateForm.ISO_UTC || form == DateForm.ISO_MILLIS_UTC) {
            out.append('Z');
        }
        return out.toString();
    }

    private static void appendDay(StringBuilder out, long epochDay, String separator) {
        long z = epochDay + 719_468;
        long era = Math.floorDiv(z, 146_097);
        long ofEra = z - era * 146_097;
        long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int fromMarch = (int) ((5 * ofYear + 2) / 153);
        int day = (int) (ofYear - (153L * fromMarch + 2) / 5 + 1);
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        appendDigits(out, year, 4);
        out.append(separator);
        appendDigits(out, month, 2);
        out.append(separator);
        appendDigits(out, day, 2);
    }

    private static void appendTime(StringBuilder out, int secondOfDay, String separator) {
        appendDigits(out, secondOfDay / 3600, 2);
        out.append(separator);
        appendDigits(out, secondOfDay / 60 % 60, 2);
        out.append(separator);
        appendDigits(out, secondOfDay % 60, 2);
    }

    private static void appendDigits(StringBuilder out, int value, int count) {
        int unit = 1;
        for (int i = 1; i < count; i++) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            out.append((char) ('0' + value / unit % 10));
        }
    }

    /**
     * Reads seconds (or thousandths) since 1970-01-01T00:00 UTC, rounded to a microsecond. Not an exact inverse: the
     * text cannot be written again from the result.
     *
     * @param text a JSON number
     * @return microseconds, or {@link #UNREADABLE} if it is no number or not in the years 1 to 9999
     */
    public static long epochMicros(String text, boolean milliseconds) {
        if (text.isEmpty() || text.length() > 40) {
            return UNREADABLE;
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException ignored) {
            return UNREADABLE;
        }
        if (value.precision() - (long) value.scale() > 16 || value.scale() > 100) {
            return UNREADABLE;
        }
        BigDecimal micros = value.movePointRight(milliseconds ? 3 : 6).setScale(0, RoundingMode.HALF_EVEN);
        long rounded = micros.longValue();
        boolean inRange = micros.precision() <= 18
                && rounded >= MIN_SECOND * MICROS_PER_SECOND
                && rounded < END_SECOND * MICROS_PER_SECOND;
        return inRange ? rounded : UNREADABLE;
    }
}
