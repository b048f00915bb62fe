package org.godwit.app.fx;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalDouble;
import org.godwit.task.Progress;

/** Numbers, sizes and times as people of this locale read them. Thread-safe. */
public final class Figures {
    private static final int KILO = 1000;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final double SURE_SECONDS = 0.5;
    private static final double NANOS = 1e9;

    private Figures() {}

    public static String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.getDefault(Locale.Category.FORMAT)).format(number);
    }

    /** Returns a size with at most one digit after the point: {@code 1.6 MB}. */
    public static String bytes(double size) {
        if (size < KILO) {
            return Text.of("app.size.b", (long) size);
        }
        double value = size / KILO;
        int unit = 0;
        String[] units = {"app.size.kb", "app.size.mb", "app.size.gb", "app.size.tb"};
        while (value >= KILO && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        return Text.of(units[unit], value);
    }

    /** Returns a time span, coarser the longer it is: {@code 0.4 s}, {@code 12 s}, {@code 3 min 5 s}. */
    public static String duration(double seconds) {
        return seconds < 10 ? Text.of("app.time.parts", seconds) : whole(Math.round(seconds));
    }

    private static String whole(long whole) {
        if (whole < MINUTE) {
            return Text.of("app.time.seconds", whole);
        }
        if (whole < HOUR) {
            return Text.of("app.time.minutes", whole / MINUTE, whole % MINUTE);
        }
        return Text.of("app.time.hours", whole / HOUR, whole % HOUR / MINUTE);
    }

    /** Returns a share of a whole; what is neither nothing nor all never reads as 0 % or 100 %. */
    public static String share(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return Text.of("app.share.none");
        }
        double share = (double) part / whole;
        if (share < 0.001) {
            return Text.of("app.share.little");
        }
        return part < whole && share > 0.999 ? Text.of("app.share.almost") : Text.of("app.share", share);
    }

    /** Returns when something was, in the local time zone. */
    public static String moment(long millis) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    /** Returns the phase's name for people, "Starting" before the first. */
    public static String phase(Progress progress) {
        if (!progress.waiting().isEmpty()) {
            return Text.of("app.phase.waiting", progress.waiting());
        }
        return switch (progress.phase()) {
            case "discover" -> Text.of("app.phase.discover");
            case "profile" -> Text.of("app.phase.profile");
            case "stage" -> Text.of("app.phase.stage");
            case "load" -> Text.of("app.phase.load");
            case "verify" -> Text.of("app.phase.verify");
            case "write" -> Text.of("app.phase.write");
            case "read back" -> Text.of("app.phase.readBack");
            default -> Text.of("app.phase.start");
        };
    }

    /** Returns what is left of the phase: "about 12 s left", or empty while too little is known. */
    public static String left(Progress progress) {
        OptionalDouble seconds = progress.secondsLeft();
        return seconds.isEmpty() ? "" : Text.of("app.time.left", whole(Math.max(1, Math.round(seconds.getAsDouble()))));
    }

    /** Returns the speed of the phase (documents or rows when verifying, bytes otherwise), or empty while too little is known. */
    public static String rate(Progress progress, Units units) {
        double seconds = progress.phaseNanos() / NANOS;
        if (progress.done() == 0 || seconds < SURE_SECONDS) {
            return "";
        }
        double each = progress.done() / seconds;
        return progress.phase().equals("verify")
                ? units.text("app.rate.documents", "app.rate.rows", Math.round(each))
                : Text.of("app.rate.bytes", bytes(each));
    }
}
