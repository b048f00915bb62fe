package org.godwit.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.analysis.chart.spi.ChartKind;
import org.godwit.analysis.chart.spi.ChartOption;
import org.godwit.duck.Lease;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.godwit.testing.StarDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of chart in the registry. */
final class ChartsContractTest {
    /** Options that every command for a chart has already. */
    private static final Set<String> TAKEN = Set.of("format", "o", "dark", "json", "help", "version");

    @TempDir
    private Path folder;

    static List<ChartKind> kinds() {
        return Charts.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void describesItself(ChartKind kind) {
        assertThat(kind.name()).matches("[a-z][a-z-]*");
        assertThat(kind.description()).endsWith(".");
        assertThat(kind.examples()).isNotEmpty().allMatch(example -> example.startsWith("godwit chart " + kind.name() + " "));
        Set<String> names = new HashSet<>(TAKEN);
        for (ChartOption option : kind.options()) {
            assertThat(names.add(option.name())).as(option.name()).isTrue();
            assertThat(option.name()).matches("[a-z][a-z-]*");
            assertThat(option.description()).endsWith(".");
        }
        assertThat(Charts.all().stream().filter(other -> other.name().equals(kind.name()))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesNonsenseWithWords(ChartKind kind) throws SQLException {
        Path database = StarDatabase.make(folder.resolve("star.duckdb"));
        try (Lease lease = new Lease(database)) {
            assertThatThrownBy(() -> kind.chart(lease, Map.of(), () -> false)).isInstanceOf(GodwitException.class);
            for (ChartOption option : kind.options()) {
                Map<String, String> nonsense = Map.of(option.name(), StarDatabase.HOSTILE + "?");
                assertThatThrownBy(() -> kind.chart(lease, nonsense, () -> false)).as(option.name()).isInstanceOf(GodwitException.class);
            }
        }
        try (Lease none = new Lease(folder.resolve("none.duckdb"))) {
            assertThatThrownBy(() -> kind.chart(none, Map.of("model", "bert"), () -> false)).isInstanceOf(GodwitException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void stopsWhenCancelled(ChartKind kind) throws SQLException {
        try (Lease lease = new Lease(StarDatabase.make(folder.resolve("star.duckdb")))) {
            assertThatThrownBy(() -> kind.chart(lease, Map.of("model", "bert"), () -> true)).isInstanceOf(TaskCancelledException.class);
        }
    }
}
