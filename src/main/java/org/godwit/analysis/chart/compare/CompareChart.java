package org.godwit.analysis.chart.compare;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.godwit.analysis.chart.spi.ChartKind;
import org.godwit.analysis.chart.spi.ChartOption;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.duck.Lease;

/** The kind of chart that {@link Comparer} makes. */
public final class CompareChart implements ChartKind {
    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String description() {
        return "Compares hardware for a model, models on a hardware, or any table by a column.";
    }

    @Override
    public List<String> examples() {
        return List.of(
            "godwit chart compare results.duckdb --model bert --metric throughput",
            "godwit chart compare results.duckdb --hardware cpu --metric latency --statistic median -o cpu.pdf",
            "godwit chart compare results.duckdb --model bert --batch-size 4 -o bert.png --dark",
            "godwit chart compare results.duckdb --table robots --category model --measure weight --unit kg");
    }

    @Override
    public List<ChartOption> options() {
        return CompareOptions.all();
    }

    @Override
    public ChartSpec chart(Lease database, Map<String, String> chosen, BooleanSupplier cancelled) {
        return new Comparer(database).compare(CompareOptions.read(chosen), cancelled).spec();
    }
}
