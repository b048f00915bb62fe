package org.godwit.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Look;
import org.godwit.analysis.matrix.Matrices;
import org.godwit.analysis.matrix.MatrixFiles;
import org.godwit.analysis.matrix.MatrixRequest;
import org.godwit.analysis.matrix.PairRows;
import org.godwit.analysis.matrix.StarSchema;
import org.godwit.analysis.matrix.State;
import org.godwit.analysis.matrix.What;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Tracing;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen without a stage: background work happens at once, on the test's own thread. */
final class MatrixModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final Matrices matrices = new Matrices();
    private final List<Tracing.Origin> traced = new ArrayList<>();
    private final MatrixModel model = new MatrixModel(
            matrices, new FakeWorkbench(), new Kit(new FxTasks(new TaskService(Runnable::run), Runnable::run), desk), traced::add);

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

    private Arrangement shown() {
        return assertThat(model.stateProperty().get()).asInstanceOf(InstanceOfAssertFactories.type(MatrixState.Shown.class)).actual().arrangement();
    }

    private static int row(Arrangement look, String label) {
        return IntStream.range(0, look.rowCount()).filter(r -> look.row(r).label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void showsTheStarSchemaWithoutSetUp() {
        model.open(database);
        assertThat(shown().matrix().spec().title()).isEqualTo("Compatibility");
        assertThat(shown().counts()).containsEntry(State.CONFLICTING, 2).containsEntry(State.FULL, 2);
    }

    @Test
    void opensTheRowsOfASquareAndTracesOneToItsPlace() {
        model.open(database);
        model.drill(row(shown(), "conflicting"), 0);
        RowsState.Shown rows = assertThat(model.rows().stateProperty().get()).asInstanceOf(InstanceOfAssertFactories.type(RowsState.Shown.class)).actual();
        assertThat(rows.words().getFirst()).isEqualTo("conflicting on cpu");
        assertThat(rows.rows().rows()).hasSize(2);
        PairRows.Row newest = rows.rows().rows().getFirst();
        model.rows().trace(newest, "is_compatible");
        assertThat(traced).containsExactly(new Tracing.Origin(database, "hardware_compatibility", 16, "/a/6", 1, "is_compatible"));
    }

    @Test
    void closesRowsThatNoLongerAreThoseOfTheSquare() {
        model.open(database);
        model.drill(row(shown(), "full"), 0);
        model.lookProperty().set(Look.USUAL.ordered(Look.Order.COUNT));
        assertThat(model.rows().stateProperty().get()).isInstanceOf(RowsState.Shown.class);
        model.lookProperty().set(Look.USUAL.simulated(true));
        assertThat(model.rows().stateProperty().get()).isInstanceOf(RowsState.Closed.class);
    }

    @Test
    void keepsTheLookForTheNextMatrix() {
        model.open(database);
        model.change(look -> look.simulated(true).grouped(true));
        assertThat(shown().look().withSimulated()).isTrue();
        model.open(database);
        assertThat(shown().look().grouped()).isTrue();
        assertThat(row(shown(), "simulated")).isNotNegative();
    }

    @Test
    void asksForColumnsWhereNothingIsReadyAndSaysWhatDoesNotFit() {
        Path other = StarSchema.makeWithout(folder.resolve("other.duckdb"));
        model.open(other);
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(MatrixState.SetUp.class, setUp -> assertThat(setUp.wrong()).isEmpty());
        model.show(request("runs.suite", "runs.nothing"));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(MatrixState.SetUp.class, setUp ->
                assertThat(setUp.wrong().orElseThrow().message()).contains("runs.nothing"));
        model.show(request("runs.suite", "runs.machine"));
        assertThat(shown().rowCount()).isEqualTo(2);
    }

    private static MatrixRequest request(String rows, String columns) {
        return new MatrixRequest(Optional.of(rows), Optional.of(columns), Optional.of("runs.outcome"), Optional.empty(), What.Aggregate.AVG, List.of());
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoDatabase() throws Exception {
        model.open(Files.writeString(folder.resolve("x.duckdb"), "text"));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(MatrixState.Failed.class, failed ->
                assertThat(failed.trouble().code()).isEqualTo("GW-1303"));
    }

    @Test
    void writesEveryFormWhereThePersonSaysAndCopies() throws Exception {
        model.open(database);
        for (MatrixFiles.Form form : MatrixFiles.Form.values()) {
            Path file = folder.resolve("out." + form.ending());
            desk.willAnswer(file);
            model.export(form);
            assertThat(file).isNotEmptyFile();
            assertThat(model.noticeProperty().get()).contains(file.toString());
        }
        desk.willAnswer(folder.resolve("missing").resolve("out.csv"));
        model.export(MatrixFiles.Form.CSV);
        assertThat(model.noticeProperty().get()).contains("cannot be written");
        model.copy();
        assertThat(desk.copied()).singleElement().asString().startsWith("# Compatibility").contains("| conflicting |");
    }
}
