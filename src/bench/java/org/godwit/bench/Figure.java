package org.godwit.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a program of the benchmarks has measured in itself, as it prints it for the benchmark that has started it.
 *
 * @param detail what the number is, such as the median of how many
 * @param limitMillis what it is to be at most; NaN if there is no goal
 */
public record Figure(String work, String detail, double millis, double limitMillis) {
    private static final String START = "figure\t";
    private static final int PARTS = 5;

    /** The median of some times, with the longest of them in words. */
    public static Figure median(String work, double[] millis, double limitMillis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        String detail = String.format(Locale.ROOT, "median of %d, the longest %.0f ms", sorted.length, sorted[sorted.length - 1]);
        return new Figure(work, detail, sorted[sorted.length / 2], limitMillis);
    }

    public void print() {
        System.out.println(START + String.join("\t", work, detail, Double.toString(millis), Double.toString(limitMillis)));
    }

    /** Returns the figures in what a program printed, among other lines. */
    static List<Figure> in(String output) {
        return output.lines()
                .filter(line -> line.startsWith(START))
                .map(line -> line.split("\t", PARTS))
                .map(parts -> new Figure(parts[1], parts[2], Double.parseDouble(parts[3]), Double.parseDouble(parts[4])))
                .toList();
    }
}
