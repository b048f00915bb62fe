package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.godwit.analysis.chart.spi.ChartOption;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** A request as options of the command line, read and written. */
public final class CompareOptions {
    private static final String MODEL = "model";
    private static final String HARDWARE = "hardware";
    private static final String METRIC = "metric";
    private static final String TABLE = "table";
    private static final String CATEGORY = "category";
    private static final String MEASURE = "measure";
    private static final String UNIT = "unit";
    private static final String LOWER = "lower-is-better";
    private static final String BY = "by";
    private static final String STATISTIC = "statistic";
    private static final String SPREAD = "spread";
    private static final String BATCH = "batch-size";
    private static final String SIMULATED = "include-simulated";
    private static final String TOGETHER = "none";

    private CompareOptions() {}

    static List<ChartOption> all() {
        return List.of(
            ChartOption.text(MODEL, "NAME", "Compare the hardware that this model was measured on."),
            ChartOption.text(HARDWARE, "NAME", "Compare the models that were measured on this hardware."),
            ChartOption.of(METRIC, "NAME", "What to compare of them: throughput (the usual), latency, memory or time.", Metric.words()),
            ChartOption.text(TABLE, "NAME", "Compare the rows of any table or view instead, by --category and --measure."),
            ChartOption.text(CATEGORY, "COLUMN", "With --table: one bar, or group of bars, a value of this column."),
            ChartOption.text(MEASURE, "COLUMN", "With --table: the column of numbers."),
            ChartOption.text(UNIT, "TEXT", "With --table: the unit of the measure, such as ms."),
            ChartOption.flag(LOWER, "With --table: the lowest value comes first."),
            ChartOption.text(BY, "COLUMN", "Split each category by this column; none puts all rows together. Usual: by batch size."),
            ChartOption.of(STATISTIC, "NAME", "What a bar shows: mean (the usual) or median.", Statistic.words()),
            ChartOption.of(SPREAD, "NAME", "Error bars: sd or ci95 for the mean, quartiles for the median, none.", Spread.words()),
            ChartOption.text(BATCH, "N", "Rows of this batch size only."),
            ChartOption.flag(SIMULATED, "Count simulated rows too; they are left out otherwise."));
    }

    /** @throws GodwitException USAGE */
    static CompareRequest read(Map<String, String> chosen) {
        Statistic statistic = one(chosen, STATISTIC, Statistic.words(), Statistic.values(), Statistic.MEAN);
        Spread spread = one(chosen, SPREAD, Spread.words(), Spread.values(), statistic.usualSpread());
        return new CompareRequest(subject(chosen), split(chosen.get(BY)), statistic, spread, batch(chosen.get(BATCH)), chosen.containsKey(SIMULATED));
    }

    private static Subject subject(Map<String, String> chosen) {
        String model = chosen.get(MODEL);
        String hardware = chosen.get(HARDWARE);
        String table = chosen.get(TABLE);
        if (Stream.of(MODEL, HARDWARE, TABLE).filter(chosen::containsKey).count() != 1) {
            throw usage("chart.usage.subject");
        }
        if (table != null) {
            String category = chosen.get(CATEGORY);
            String measure = chosen.get(MEASURE);
            if (category == null || measure == null || chosen.containsKey(METRIC)) {
                throw usage("chart.usage.columns");
            }
            return new Subject.Columns(table, category, measure, chosen.getOrDefault(UNIT, ""), !chosen.containsKey(LOWER));
        }
        Stream.of(CATEGORY, MEASURE, UNIT, LOWER).filter(chosen::containsKey).findFirst().ifPresent(name -> {
            throw usage("chart.usage.alone", name);
        });
        Metric metric = one(chosen, METRIC, Metric.words(), Metric.values(), Metric.THROUGHPUT);
        return model != null ? new Subject.Model(model, metric) : new Subject.Hardware(hardware == null ? "" : hardware, metric);
    }

    private static Split split(@Nullable String by) {
        if (by == null) {
            return new Split.Usual();
        }
        return by.equals(TOGETHER) ? new Split.Together() : new Split.By(by);
    }

    private static OptionalInt batch(@Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw usage("chart.usage.number", BATCH, text);
        }
    }

    private static <E> E one(Map<String, String> chosen, String name, List<String> words, E[] values, E usual) {
        String word = chosen.get(name);
        if (word == null) {
            return usual;
        }
        if (!words.contains(word)) {
            throw usage("chart.usage.value", name, String.join(", ", words), word);
        }
        return values[words.indexOf(word)];
    }

    private static GodwitException usage(String key, Object... arguments) {
        return new GodwitException(ErrorCode.USAGE, Messages.get(key, arguments));
    }

    /** Returns the words of the command line that make the same chart: {@code --model, bert, …}; usual choices are left out. */
    public static List<String> words(CompareRequest request) {
        List<String> words = new ArrayList<>();
        switch (request.subject()) {
            case Subject.Model(String name, Metric metric) -> add(words, MODEL, name, METRIC, metric.word());
            case Subject.Hardware(String name, Metric metric) -> add(words, HARDWARE, name, METRIC, metric.word());
            case Subject.Columns(String table, String category, String measure, String unit, boolean higher) -> {
                add(words, TABLE, table, CATEGORY, category, MEASURE, measure);
                if (!unit.isEmpty()) {
                    add(words, UNIT, unit);
                }
                if (!higher) {
                    words.add("--" + LOWER);
                }
            }
        }
        switch (request.split()) {
            case Split.Usual() -> { }
            case Split.Together() -> add(words, BY, TOGETHER);
            case Split.By(String column) -> add(words, BY, column);
        }
        if (request.statistic() != Statistic.MEAN) {
            add(words, STATISTIC, request.statistic().word());
        }
        if (request.spread() != request.statistic().usualSpread()) {
            add(words, SPREAD, request.spread().word());
        }
        request.batchSize().ifPresent(size -> add(words, BATCH, String.valueOf(size)));
        if (request.simulated()) {
            words.add("--" + SIMULATED);
        }
        return words;
    }

    /** Adds names and values in turn; a value that looks like an option is joined to its name. */
    private static void add(List<String> words, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            words.addAll(value.startsWith("-") || value.isEmpty()
                ? List.of("--" + namesAndValues[i] + "=" + value)
                : Arrays.asList("--" + namesAndValues[i], value));
        }
    }
}
