package org.godwit.connector.sqlite;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Moments as texts that SQLite's own functions read: {@code 2024-01-31 10:00:00}, with a fraction only if there is one. */
final class Moments {
    private static final long DAY = 86_400_000_000L;
    private static final long SECOND = 1_000_000L;
    private static final int TIME = 8;
    private static final int SHORT_DAY = 10;
    private static final int MAX_YEAR = 9_999;
    private static final long NONE = -1;
    private static final int MAX_FRACTION = 6;

    private Moments() {}

    /** Writes microseconds since 1970-01-01T00:00. */
    static String write(long micros) {
        long inDay = Math.floorMod(micros, DAY);
        StringBuilder text = day(new StringBuilder(26), Math.floorDiv(micros, DAY)).append(' ');
        long second = inDay / SECOND;
        two(text, second / 3_600).append(':');
        two(text, second / 60 % 60).append(':');
        two(text, second % 60);
        long fraction = inDay % SECOND;
        if (fraction != 0) {
            String digits = Long.toString(SECOND + fraction);
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            text.append('.').append(digits, 1, end);
        }
        return text.toString();
    }

    /** Writes days since 1970-01-01 as {@code 2024-01-31}; years beyond 9999 and before 0 have a sign. */
    static String writeDay(long day) {
        return day(new StringBuilder(10), day).toString();
    }

    private static StringBuilder day(StringBuilder text, long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int year = date.getYear();
        if (year < 0 || year > MAX_YEAR) {
            return text.append(date);
        }
        two(two(text, year / 100), year % 100).append('-');
        two(text, date.getMonthValue()).append('-');
        return two(text, date.getDayOfMonth());
    }

    private static StringBuilder two(StringBuilder text, long number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Returns the microseconds, or null for every other text; {@code T} may stand for the space. */
    static @Nullable Long read(String text) {
        int split = Math.max(text.lastIndexOf(' '), text.lastIndexOf('T'));
        Long day = split < 0 ? null : readDay(text.substring(0, split));
        long time = day == null ? NONE : time(text, split + 1);
        if (day == null || time == NONE) {
            return null;
        }
        try {
            // The first day of all begins before the first moment: reckon from its end.
            return day < 0 ? Math.addExact(Math.multiplyExact(day + 1, DAY), time - DAY) : Math.addExact(Math.multiplyExact(day, DAY), time);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static long time(String text, int from) {
        int end = from + TIME;
        if (text.length() < end || text.charAt(from + 2) != ':' || text.charAt(from + 5) != ':') {
            return NONE;
        }
        long hour = digits(text, from, from + 2);
        long minute = digits(text, from + 3, from + 5);
        long second = digits(text, from + 6, end);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return NONE;
        }
        long fraction = 0;
        if (text.length() > end) {
            int count = text.length() - end - 1;
            fraction = text.charAt(end) == '.' && count >= 1 && count <= MAX_FRACTION ? digits(text, end + 1, text.length()) : -1;
            if (fraction < 0) {
                return NONE;
            }
            for (int i = count; i < MAX_FRACTION; i++) {
                fraction *= 10;
            }
        }
        return ((hour * 60 + minute) * 60 + second) * SECOND + fraction;
    }

    private static long digits(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** Returns the days since 1970-01-01, or null for every text that is no ISO date. */
    static @Nullable Long readDay(String text) {
        try {
            if (text.length() == SHORT_DAY && text.charAt(4) == '-' && text.charAt(7) == '-') {
                long year = digits(text, 0, 4);
                long month = digits(text, 5, 7);
                long day = digits(text, 8, SHORT_DAY);
                return year < 0 || month < 0 || day < 0 ? null : (Long) LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
            }
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
