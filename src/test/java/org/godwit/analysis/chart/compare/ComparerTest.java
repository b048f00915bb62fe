package org.godwit.analysis.chart.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.duck.Lease;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.testing.StarDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparerTest {
    private static final CompareRequest BERT = CompareRequest.of(new Subject.Model("bert", Metric.THROUGHPUT));
    private static final CompareRequest TWO = CompareRequest.of(new Subject.Model("two", Metric.THROUGHPUT));

    @TempDir
    private Path folder;

    private Lease lease = new Lease(Path.of("none"));

    @BeforeEach
    void open() throws SQLException {
        lease = new Lease(StarDatabase.make(folder.resolve("star.duckdb")));
    }

    @AfterEach
    void close() {
        lease.close();
    }

    @Test
    void meansLeaveSimulatedRowsOutAndSaySo() {
        ChartSpec spec = compare(BERT).spec();

        assertThat(spec.categories()).containsExactly("cuda", "cpu");
        assertThat(bar(spec, "cuda")).isEqualTo(new ChartSpec.Bar(20.0, 10.0, 30.0, 3, 0, 0));
        assertThat(spec.spread()).isEqualTo("standard deviation");
        assertThat(spec.subtitle()).contains("highest first", "standard deviation");
        assertThat(spec.valueAxisWithUnit()).isEqualTo("mean throughput (items/s)");
        assertThat(spec.notes()).contains("1 simulated row left out");
    }

    @Test
    void zeroIsAValueAndNullIsNot() {
        ChartSpec spec = compare(BERT).spec();

        assertThat(bar(spec, "cpu")).isEqualTo(new ChartSpec.Bar(0.0, null, null, 1, 1, 0));
        assertThat(spec.notes()).contains("2 rows have no value (NULL) and are not counted", "1 row is NaN or infinite and not counted",
            "no value for mps, tpu");
    }

    @Test
    void simulatedRowsCountIfWantedAndAreMarked() {
        ChartSpec spec = compare(BERT.withSimulated(true)).spec();

        assertThat(bar(spec, "cuda").value()).isEqualTo(265.0);
        assertThat(bar(spec, "cuda").simulated()).isEqualTo(1);
        assertThat(spec.notes()).contains("1 simulated row included");
    }

    @Test
    void mediansHaveQuartiles() {
        ChartSpec spec = compare(BERT.with(Statistic.MEDIAN, Spread.QUARTILES)).spec();

        assertThat(bar(spec, "cuda")).isEqualTo(new ChartSpec.Bar(20.0, 15.0, 25.0, 3, 0, 0));
        assertThat(spec.spread()).isEqualTo("first to third quartile");
        assertThatThrownBy(() -> BERT.with(Statistic.MEDIAN, Spread.DEVIATION)).isInstanceOf(GodwitException.class);
    }

    @Test
    void confidenceIsByStudent() {
        ChartSpec.Bar bar = bar(compare(BERT.with(Statistic.MEAN, Spread.CONFIDENCE)).spec(), "cuda");

        // t(0.975; 2) = 4.302653, standard error = 10 / sqrt(3)
        assertThat(bar.high()).isCloseTo(20 + 4.302653 * 10 / Math.sqrt(3), within(1e-4));
        assertThat(bar.low()).isCloseTo(20 - 4.302653 * 10 / Math.sqrt(3), within(1e-4));
    }

    @Test
    void batchSizesAreNotMixedUnasked() {
        Comparison usual = compare(TWO);
        assertThat(usual.spec().series()).extracting(ChartSpec.Series::name).containsExactly("batch size 1", "batch size 8");
        assertThat(usual.spec().categories()).containsExactly("cpu", "(none)");
        assertThat(usual.categories()).containsExactly("cpu", null);

        ChartSpec together = compare(TWO.with(new Split.Together())).spec();
        assertThat(bar(together, "cpu").value()).isEqualTo(22.5);
        assertThat(together.notes()).contains("batch sizes 1, 8 are put together");
        ChartSpec eight = compare(TWO.withBatchSize(8)).spec();
        assertThat(bar(eight, "cpu").value()).isEqualTo(40.0);
        assertThat(eight.subtitle()).contains("batch size 8 only");
        assertThat(compare(BERT).spec().series()).hasSize(1);
    }

    @Test
    void lowestLatencyComesFirst() {
        ChartSpec spec = compare(CompareRequest.of(new Subject.Hardware("cpu", Metric.LATENCY)).with(new Split.Together())).spec();
        assertThat(spec.categories()).containsExactly("two", "bert");
        assertThat(spec.subtitle()).contains("lowest first");
    }

    @Test
    void showsTheRowsBehindABar() {
        Comparison bert = compare(BERT);
        assertThat(new Comparer(lease).rows(bert, 0, 0, () -> false).rows()).hasSize(3);
        Comparison two = compare(TWO);
        int eight = 1;
        assertThat(new Comparer(lease).rows(two, 0, eight, () -> false).rows()).singleElement()
            .satisfies(row -> assertThat(row).contains("/j", 40.0));
        assertThat(new Comparer(lease).rows(two, 1, eight, () -> false).rows()).singleElement().satisfies(row -> assertThat(row).contains("/l"));
    }

    @Test
    void namesTheNearestOfAnUnknownName() {
        assertThatThrownBy(() -> compare(CompareRequest.of(new Subject.Model("brt", Metric.LATENCY))))
            .isInstanceOfSatisfying(GodwitException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CHART_NAME_UNKNOWN);
                assertThat(Messages.of(e)).contains("model called 'brt'", "bert");
            });
        assertThatThrownBy(() -> compare(BERT.with(new Split.By("batchsize"))))
            .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(Messages.of(e)).contains("batch_size"));
    }

    @Test
    void saysWhyThereIsNothing() {
        Subject tpu = new Subject.Hardware("tpu", Metric.LATENCY);
        assertThatThrownBy(() -> compare(CompareRequest.of(tpu))).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CHART_WITHOUT_DATA);
            assertThat(Messages.of(e)).contains("tpu has 1 row", "latency");
        });
    }

    @Test
    void comparesAnyTable() {
        Subject columns = new Subject.Columns("performance_results", "model_id", "average_latency_ms", "ms", false);
        ChartSpec spec = compare(CompareRequest.of(columns).with(new Split.Together())).spec();

        assertThat(spec.categories()).containsExactly("2", "1", "3");
        assertThat(spec.title()).isEqualTo("performance_results: average_latency_ms by model_id");
        assertThat(bar(spec, "3").value()).isEqualTo(6.0);
    }

    @Test
    void hostileNamesStayNames() {
        ChartSpec spec = compare(CompareRequest.of(new Subject.Model(StarDatabase.HOSTILE, Metric.THROUGHPUT))).spec();
        assertThat(spec.categories()).containsExactly(StarDatabase.HOSTILE);
        assertThatThrownBy(() -> compare(CompareRequest.of(new Subject.Columns("models\"; --", "a", "b", "", true))))
            .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CHART_NAME_UNKNOWN));
    }

    @Test
    void offersWhatHasValues() {
        Choices choices = new Comparer(lease).choices(() -> false);
        assertThat(choices.models()).extracting(Choices.Choice::name).containsExactly("bert", "two", StarDatabase.HOSTILE);
        assertThat(choices.models().getFirst().values(Metric.THROUGHPUT)).isEqualTo(5);
        assertThat(choices.metrics()).containsExactly(Metric.THROUGHPUT, Metric.LATENCY);
        assertThat(choices.splits()).contains("batch_size", "model_family").doesNotContain("_doc", "throughput_items_per_second");
    }

    @Test
    void aRequestIsTheSameAfterACommandLine() {
        List<CompareRequest> requests = List.of(
            BERT, TWO.withBatchSize(8).withSimulated(true), BERT.with(Statistic.MEDIAN, Spread.NONE).with(new Split.By("model_family")),
            CompareRequest.of(new Subject.Hardware("-x", Metric.MEMORY)).with(new Split.Together()),
            CompareRequest.of(new Subject.Columns("t", "c", "m", "ms", false)).with(Statistic.MEAN, Spread.CONFIDENCE));
        for (CompareRequest request : requests) {
            assertThat(CompareOptions.read(Words.chosen(CompareOptions.words(request)))).isEqualTo(request);
        }
    }

    private Comparison compare(CompareRequest request) {
        return new Comparer(lease).compare(request, () -> false);
    }

    private static ChartSpec.Bar bar(ChartSpec spec, String category) {
        return java.util.Objects.requireNonNull(spec.series().getFirst().bars().get(spec.categories().indexOf(category)));
    }
}
