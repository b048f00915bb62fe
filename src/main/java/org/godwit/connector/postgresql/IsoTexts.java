package org.godwit.connector.postgresql;

import java.time.LocalDate;

/**
 * Writes dates and times of the binary form, which counts from 2000-01-01, as ISO 8601: years before 1 with a sign
 * (astronomical, 0000 is 1 BC), six digits of a second's fraction or none. Pure.
 */
final class IsoTexts {
    /** Days from 1970-01-01 to 2000-01-01. */
    static final int EPOCH_DAYS = 10_957;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

    private IsoTexts() {}

    /** @param days since 2000-01-01; the greatest and the least are infinities */
    static String date(int days) {
        return switch (days) {
            case Integer.MAX_VALUE -> "infinity";
            case Integer.MIN_VALUE -> "-infinity";
            default -> LocalDate.ofEpochDay((long) days + EPOCH_DAYS).toString();
        };
    }

    /**
     * @param micros since 2000-01-01T00:00; the greatest and the least are infinities
     * @param zone what follows: nothing, or Z
     */
    static String timestamp(long micros, String zone) {
        if (micros == Long.MAX_VALUE) {
            return "infinity";
        }
        if (micros == Long.MIN_VALUE) {
            return "-infinity";
        }
        StringBuilder text = new StringBuilder(32);
        text.append(LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY) + EPOCH_DAYS)).append('T');
        appendTime(text, Math.floorMod(micros, MICROS_PER_DAY));
        return text.append(zone).toString();
    }

    /** @param micros since midnight; 24:00:00 is one of them */
    static String time(long micros) {
        StringBuilder text = new StringBuilder(16);
        appendTime(text, micros);
        return text.toString();
    }

    /** @param secondsWest what is to be added to come to UTC */
    static String time(long micros, int secondsWest) {
        StringBuilder text = new StringBuilder(24);
        appendTime(text, micros);
        int east = -secondsWest;
        int size = Math.abs(east);
        text.append(east < 0 ? '-' : '+');
        append(text, size / 3600);
        text.append(':');
        append(text, size / 60 % 60);
        if (size % 60 != 0) {
            text.append(':');
            append(text, size % 60);
        }
        return text.toString();
    }

    private static void appendTime(StringBuilder text, long micros) {
        long seconds = micros / MICROS_PER_SECOND;
        append(text, (int) (seconds / 3600));
        text.append(':');
        append(text, (int) (seconds / 60 % 60));
        text.append(':');
        append(text, (int) (seconds % 60));
        int fraction = (int) (micros % MICROS_PER_SECOND);
        if (fraction != 0) {
            text.append('.');
            for (int unit = 100_000; unit > 0; unit /= 10) {
                text.append((char) ('0' + fraction / unit % 10));
            }
        }
    }

    private static void append(StringBuilder text, int twoDigits) {
        text.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
    }
}
