package org.godwit.engine.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.godwit.engine.sample.Catalogue.Hardware;
import org.godwit.engine.sample.Catalogue.Model;

/**
 * What is measured at one moment: latencies fall slowly as drivers get better, one release makes vision models on CUDA
 * slower for some weeks, and everything is a little noisy. Not thread-safe.
 *
 * <p>Only plain arithmetic and {@link Random}'s specified numbers, so that every machine gets the same bytes.
 */
final class Laboratory {
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2025, 1, 6, 8, 0);
    private static final int MINUTES = 26 * 7 * 24 * 60;
    private static final int MINUTES_A_WEEK = 7 * 24 * 60;
    private static final int SLOW_FROM_WEEK = 13;
    private static final int SLOW_TO_WEEK = 18;
    private static final double SLOWER = 1.22;
    private static final double BATCH_FIXED = 0.45;
    private static final double NOISE = 0.03;
    private static final double MB_PER_ITEM = 11.5;
    private static final int PAGE = 256;
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Random random;
    private final LocalDateTime time;
    private final int week;

    /**
     * @param file number of the file, from 0
     * @param files how many there are; they are spread over half a year
     */
    Laboratory(long seed, int file, int files) {
        random = new Random(seed * 1_000_003L + file);
        int minute = (int) ((long) MINUTES * file / files);
        time = FIRST_DAY.plusMinutes(minute).plusSeconds(random.nextInt(1_800)).plusNanos(1_000L * (1 + random.nextInt(999_998)));
        week = minute / MINUTES_A_WEEK;
    }

    /** Returns the mean of one batch's latency in ms, before noise. */
    double latency(Model model, Hardware hardware, int batch) {
        double latency = model.latencyMs() / hardware.speed() * (BATCH_FIXED + (1 - BATCH_FIXED) * batch);
        for (int i = 0; i < week; i++) {
            latency *= 1 - hardware.weeklyGain();
        }
        boolean slow = hardware.key().equals("cuda") && model.category().equals("vision") && week >= SLOW_FROM_WEEK && week < SLOW_TO_WEEK;
        return slow ? latency * SLOWER : latency;
    }

    double noisy(double value) {
        return value * (1 + NOISE * random.nextGaussian());
    }

    /** Returns the greatest memory use in MB, in whole pages as systems report it. */
    double memory(Model model, Hardware hardware, int batch) {
        double mb = model.memoryMb() + hardware.memoryMb() + MB_PER_ITEM * batch;
        return Math.floor(noisy(mb) * PAGE) / PAGE;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T oneOf(java.util.List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Returns a text of that many hexadecimal digits. */
    String hex(int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    LocalDateTime time() {
        return time;
    }

    String iso() {
        return iso(0);
    }

    /** Returns a time some ms later, in the form of Python's isoformat. */
    String iso(long laterMillis) {
        return ISO.format(time.plusNanos(laterMillis * 1_000_000));
    }

    String compact() {
        return COMPACT.format(time);
    }
}
