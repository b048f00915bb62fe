package org.godwit.analysis.chart.compare;

import java.util.List;
import java.util.Map;

/**
 * What can be compared in a database.
 *
 * @param models those with results, by name; empty if there is no benchmark star schema
 * @param hardware as {@code models}
 * @param metrics those that the star schema has
 * @param splits columns of its results that tell rows apart
 * @param batchSizes those of its results, smallest first, at most 100
 * @param tables tables and views with a number to compare
 */
public record Choices(List<Choice> models, List<Choice> hardware, List<Metric> metrics, List<String> splits,
        List<Integer> batchSizes, List<TableChoice> tables) {
    /**
     * A model or a hardware.
     *
     * @param values how many rows have a value of a metric, simulated ones left out
     */
    public record Choice(String name, Map<Metric, Long> values) {
        public Choice {
            values = Map.copyOf(values);
        }

        public long values(Metric metric) {
            return values.getOrDefault(metric, 0L);
        }
    }

    /**
     * A table or view.
     *
     * @param name with its schema in front if that is not {@code main}
     * @param numbers columns that can be measured
     */
    public record TableChoice(String name, List<String> columns, List<String> numbers) {
        public TableChoice {
            columns = List.copyOf(columns);
            numbers = List.copyOf(numbers);
        }
    }

    public Choices {
        models = List.copyOf(models);
        hardware = List.copyOf(hardware);
        metrics = List.copyOf(metrics);
        splits = List.copyOf(splits);
        batchSizes = List.copyOf(batchSizes);
        tables = List.copyOf(tables);
    }
}
