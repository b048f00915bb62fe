package org.godwit.analysis.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatricesTest {
    private final Matrices matrices = new Matrices();

    @TempDir
    private Path folder;

    private Path database = Path.of("");

    @BeforeEach
    void make() {
        database = StarSchema.make(folder.resolve("star.duckdb"));
    }

    @AfterEach
    void close() {
        matrices.close();
    }

    private Matrix matrix(MatrixRequest request) {
        return matrices.matrix(database, request.in(matrices.offer(database, () -> false), "star.duckdb"), () -> false);
    }

    private static MatrixRequest status(String rows, String columns, String status) {
        return new MatrixRequest(Optional.of(rows), Optional.of(columns), Optional.of(status), Optional.empty(), What.Aggregate.AVG, List.of());
    }

    private static MatrixRequest measure(String measure, What.Aggregate aggregate, String... filters) {
        return new MatrixRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(measure), aggregate, List.of(filters));
    }

    /** The squares of a column, by row. */
    private static Map<String, String> column(Arrangement look, String label) {
        Map<String, String> squares = new LinkedHashMap<>();
        int column = IntStream.range(0, look.columnCount()).filter(c -> look.column(c).label().equals(label)).findFirst().orElseThrow();
        for (int r = 0; r < look.rowCount(); r++) {
            squares.put(look.row(r).label(), look.square(r, column).state() + " " + look.square(r, column).text());
        }
        return squares;
    }

    @Test
    void findsTheStarSchemaAndTellsAllStatesApart() {
        Arrangement look = new Arrangement(matrix(MatrixRequest.READY), Look.USUAL.simulated(true));
        assertThat(column(look, "cpu")).containsExactlyInAnyOrderEntriesOf(Map.of(
                "full", "FULL 1/1",
                "partial", "PARTIAL 0/1",
                "conflicting", "CONFLICTING 1/2",
                "fails", "FAILS 0/1",
                "simulated", "SIMULATED 1/1",
                "undecided", "UNDECIDED 1",
                StarSchema.HOSTILE, "FAILS 0/1",
                "(none)", "CONFLICTING 1/2"));
        assertThat(column(look, "cuda")).containsEntry("full", "FULL 1/1").containsEntry("fails", "UNTESTED ");
        assertThat(look.square(rowOf(look, "full"), 0).marked()).isTrue();
        assertThat(look.square(rowOf(look, "fails"), 0).marked()).isFalse();
    }

    private static int rowOf(Arrangement look, String label) {
        return IntStream.range(0, look.rowCount()).filter(r -> look.row(r).label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void hidesSimulatedResultsUnlessAskedFor() {
        Matrix matrix = matrix(MatrixRequest.READY);
        Arrangement look = new Arrangement(matrix, Look.USUAL);
        assertThat(column(look, "cpu")).doesNotContainKey("simulated").containsEntry("full", "FULL 1/1");
        assertThat(look.square(rowOf(look, "full"), 0).marked()).isFalse();
        assertThat(matrix.simulated()).isEqualTo(2);
        assertThat(matrix.real()).isEqualTo(10);
        assertThat(MatrixWords.results(look)).contains("10 results", "2 simulated ones are hidden");
    }

    @Test
    void letsTheNewestDecideIfAsked() {
        Arrangement look = new Arrangement(matrix(MatrixRequest.READY), Look.USUAL.judged(Judge.NEWEST));
        assertThat(column(look, "cpu")).containsEntry("conflicting", "FAILS 1/2").containsEntry("fails", "FAILS 0/1").containsEntry("undecided", "UNDECIDED 1");
    }

    @Test
    void givesExactlyTheRowsOfAPairNewestFirst() {
        Matrix matrix = matrix(MatrixRequest.READY);
        Arrangement look = new Arrangement(matrix, Look.USUAL);
        Matrix.Pair pair = look.square(rowOf(look, "conflicting"), 0).pair();
        PairRows rows = matrices.rows(database, matrix, pair, false, 0, 100, () -> false);
        assertThat(rows.total()).isEqualTo(2);
        assertThat(rows.columns().stream().map(Table.Column::name)).startsWith("is_compatible", "created_at", "is_simulated").doesNotContain("_doc", "_at", "_feed");
        assertThat(rows.rows().stream().map(PairRows.Row::origin)).containsExactly(new Origin(16, "/a/6", 1), new Origin(15, "/a/5", 1));
        assertThat(matrices.rows(database, matrix, pair, false, 1, 100, () -> false).rows()).hasSize(1);
    }

    @Test
    void rowsOfEveryPairAreAsManyAsItsSquareCounts() {
        Matrix matrix = matrix(MatrixRequest.READY);
        for (boolean simulated : List.of(false, true)) {
            long rows = 0;
            for (int r = 0; r < matrix.rows().size(); r++) {
                for (int c = 0; c < matrix.columns().size(); c++) {
                    PairRows found = matrices.rows(database, matrix, new Matrix.Pair(r, c), simulated, 0, 100, () -> false);
                    assertThat((long) found.rows().size()).isEqualTo(found.total());
                    rows += found.total();
                }
            }
            assertThat(rows).isEqualTo(simulated ? 12 : 10);
        }
    }

    @Test
    void measuresWithAndWithoutSimulatedResults() {
        Matrix matrix = matrix(measure("performance_results.average_latency_ms", What.Aggregate.AVG));
        Arrangement real = new Arrangement(matrix, Look.USUAL);
        assertThat(column(real, "cpu")).containsEntry("full", "MEASURED 15.00");
        assertThat(column(real, "cuda")).containsEntry("partial", "UNDECIDED 1").containsEntry("full", "UNTESTED ");
        assertThat(column(new Arrangement(matrix, Look.USUAL.simulated(true)), "cpu")).containsEntry("full", "MEASURED 30.00");
        Matrix median = matrix(measure("performance_results.average_latency_ms", What.Aggregate.MEDIAN));
        assertThat(median.cell(new Matrix.Pair(0, 0)).anyValue()).isEqualTo(20.0, within(1e-12));
    }

    @Test
    void readsStatusWordsWhateverTheirCase() {
        Arrangement look = new Arrangement(matrix(status("suite", "machine", "runs.outcome")), Look.USUAL);
        assertThat(column(look, "m1")).containsEntry("s1", "CONFLICTING 1/2").containsEntry("s2", "UNDECIDED 1");
        assertThat(column(look, "m2")).containsEntry("s1", "PARTIAL 0/1").containsEntry("(none)", "FULL 1/1").containsEntry("null", "FAILS 0/1");
    }

    @Test
    void keepsOnlyWhatFiltersAllow() {
        MatrixRequest only = new MatrixRequest(Optional.of("suite"), Optional.of("machine"), Optional.empty(), Optional.of("runs.seconds"), What.Aggregate.SUM,
                List.of("machine=m2"));
        Matrix matrix = matrix(only);
        assertThat(matrix.columns()).extracting(Member::label).containsExactly("m2");
        assertThat(column(new Arrangement(matrix, Look.USUAL), "m2")).containsEntry("s2", "MEASURED 16.00");
    }

    @Test
    void arrangesByNameShareCountFamilyAndText() {
        Matrix matrix = matrix(MatrixRequest.READY);
        assertThat(labels(matrix, Look.USUAL.ordered(Look.Order.SHARE))).startsWith("full").endsWith("undecided");
        assertThat(labels(matrix, Look.USUAL.ordered(Look.Order.COUNT))).first().isEqualTo("(none)");
        Arrangement grouped = new Arrangement(matrix, Look.USUAL.grouped(true));
        assertThat(IntStream.range(0, grouped.rowCount()).filter(grouped::startsGroup).mapToObj(r -> grouped.row(r).group())).containsExactly("f1", "f2", "f<2>", "");
        assertThat(labels(matrix, Look.USUAL.filtered("F1"))).containsExactlyInAnyOrder("full", "partial");
        Arrangement hardware = new Arrangement(matrix, Look.USUAL.filtered("cuda"));
        assertThat(hardware.columnCount()).isEqualTo(1);
        assertThat(labels(matrix, Look.USUAL.toggled(State.FAILS).toggled(State.UNTESTED))).doesNotContain("fails").contains("full");
        assertThat(labels(matrix, Look.USUAL.filtered("no such thing"))).isNotEmpty();
        assertThat(new Arrangement(matrix, Look.USUAL.filtered("no such thing")).columnCount()).isZero();
    }

    private static List<String> labels(Matrix matrix, Look look) {
        Arrangement arrangement = new Arrangement(matrix, look);
        return IntStream.range(0, arrangement.rowCount()).mapToObj(r -> arrangement.row(r).label()).toList();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Path other = StarSchema.makeWithout(folder.resolve("other.duckdb"));
        Matrices.Offer offer = matrices.offer(other, () -> false);
        assertThat(offer.ready()).isEmpty();
        assertThatThrownBy(() -> MatrixRequest.READY.in(offer, "other.duckdb")).satisfies(e -> assertCode(e, ErrorCode.MATRIX_UNKNOWN));
        assertThatThrownBy(() -> matrix(measure("runs.nothing", What.Aggregate.AVG))).satisfies(e -> assertCode(e, ErrorCode.COLUMN_UNKNOWN));
        assertThatThrownBy(() -> matrix(measure("runs.outcome", What.Aggregate.AVG))).satisfies(e -> assertCode(e, ErrorCode.COLUMN_UNKNOWN));
        assertThatThrownBy(() -> matrix(status("models.model_name", "machine", "runs.outcome"))).satisfies(e -> assertCode(e, ErrorCode.TABLES_UNRELATED));
        assertThatThrownBy(() -> matrices.offer(folder.resolve("none.duckdb"), () -> false)).satisfies(e -> assertCode(e, ErrorCode.SOURCE_MISSING));
        Path text = Files.writeString(folder.resolve("text.duckdb"), "no database");
        assertThatThrownBy(() -> matrices.offer(text, () -> false)).satisfies(e -> assertCode(e, ErrorCode.TARGET_UNREADABLE));
    }

    private static void assertCode(Throwable thrown, ErrorCode code) {
        assertThat(thrown).isInstanceOfSatisfying(GodwitException.class, known -> assertThat(known.code()).isEqualTo(code));
    }
}
