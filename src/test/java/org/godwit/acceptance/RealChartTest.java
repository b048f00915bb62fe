package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.godwit.analysis.chart.compare.CompareChart;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.duck.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of real results come to figures that an independent program counted. */
final class RealChartTest {
    @TempDir
    private Path folder;

    @Test
    void comesToTheSumsOfTheRealResults() {
        Migration migration = new Migration(folder);
        migration.run(migration.plan(RealDataTest.results(), Optional.of("benchmark-results")));

        assertThat(sum(migration, "latency")).isCloseTo(1_326.2107849121094, within(1e-9));
        assertThat(sum(migration, "throughput")).isCloseTo(921.7287250288201, within(1e-9));
        try (Lease lease = new Lease(migration.target())) {
            ChartSpec bert = new CompareChart().chart(lease, Map.of("model", "bert", "batch-size", "4"), () -> false);
            assertThat(bert.categories()).containsExactly("cuda", "mps", "openvino", "rocm", "webgpu", "webnn", "cpu");
            assertThat(bert.series().getFirst().bars()).extracting(bar -> Objects.requireNonNull(bar).value())
                .isEqualTo(List.of(400.0, 300.0, 300.0, 300.0, 300.0, 300.0, 200.0));
        }
    }

    /** The sum of the direct benchmarks' values, from means and counts; two of those rows have none. */
    private static double sum(Migration migration, String metric) {
        try (Lease lease = new Lease(migration.target())) {
            ChartSpec spec = new CompareChart().chart(lease, Map.of("hardware", "cpu", "metric", metric, "by", "test_case"), () -> false);
            List<ChartSpec.Bar> bars = spec.series().stream().filter(s -> s.name().equals("test case direct_benchmark")).findFirst().orElseThrow()
                .bars().stream().filter(Objects::nonNull).toList();
            assertThat(bars.stream().mapToLong(ChartSpec.Bar::count).sum()).isEqualTo(10);
            return bars.stream().mapToDouble(bar -> Objects.requireNonNull(bar.value()) * bar.count()).sum();
        }
    }
}
