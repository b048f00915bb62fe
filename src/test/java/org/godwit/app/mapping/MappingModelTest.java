package org.godwit.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.engine.diagnose.Sample;
import org.godwit.engine.edit.ColumnEdit;
import org.godwit.engine.edit.ShapeEdit;
import org.godwit.engine.edit.TableEdit;
import org.godwit.model.DataType;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's model without a stage, with the real engine: background work happens at once, on the test's own thread. */
final class MappingModelTest {
    private final FxTasks tasks = new FxTasks(new TaskService(Runnable::run), Runnable::run);

    @TempDir
    private static Path folder;

    private Mapped mapped = new Mapped(
            Path.of(""), new FakeWorkbench(), MappingModel.UNSEEN, new Workbench.Proposal(MappingModel.NOTHING, List.of()));
    private MappingModel model = new MappingModel(mapped.workbench(), new Kit(tasks, new FakeDesk()), 0);

    @BeforeEach
    void open() throws IOException {
        mapped = Mapped.in(folder);
        model = new MappingModel(mapped.workbench(), new Kit(tasks, new FakeDesk()), 0);
        model.open(mapped.proposal().plan(), folder, mapped.inspection(), mapped.proposal().findings());
    }

    @Test
    void startsWithTheFirstTableItsRowsAndExactFigures() {
        assertThat(model.validProperty().get()).isTrue();
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection(mapped.table(), ""));
        assertThat(shown().samples()).hasSize(4);
        assertThat(shown().samples().getFirst().before()).startsWith("{\"model\":\"bert-");
        assertThat(model.coverageProperty().get().isExact()).isTrue();
        assertThat(CoverageBar.words(model.coverageProperty().get().total(), true)).isEqualTo("32 values: 32 in columns, 0 in rest, 0 lost");
    }

    @Test
    void showsAValueThatNoLongerFitsWithItsReason() {
        model.apply(new ColumnEdit.Retype(mapped.table(), "latency", DataType.INTEGER));
        Sample first = shown().samples().getFirst();
        assertThat(first.why()).isEqualTo(Sample.Why.REJECTED);
        assertThat(first.column()).isEqualTo("latency");
        assertThat(first.reason()).contains("does not fit INTEGER");
        assertThat(model.coverageProperty().get().total().rejected()).isEqualTo(2);
        model.undo();
        assertThat(shown().samples()).noneMatch(sample -> sample.why() == Sample.Why.REJECTED);
    }

    @Test
    void undoesAndRedoesWithWordsForEachStep() {
        model.apply(new ColumnEdit.Rename(mapped.table(), "latency", "latency_ms"));
        assertThat(model.undoWordsProperty().get()).isEqualTo("Rename latency to latency_ms");
        assertThat(shown().columns()).contains("latency_ms");
        model.undo();
        assertThat(model.planProperty().get()).isEqualTo(mapped.proposal().plan());
        assertThat(model.redoWordsProperty().get()).isEqualTo("Rename latency to latency_ms");
        model.redo();
        assertThat(model.undoWordsProperty().get()).isEqualTo("Rename latency to latency_ms");
    }

    @Test
    void saysWhyAnEditIsRefusedAndKeepsThePlan() {
        model.apply(new TableEdit.Rename(mapped.table(), mapped.steps()));
        assertThat(model.noticeProperty().get()).contains("this name is taken");
        assertThat(model.planProperty().get()).isEqualTo(mapped.proposal().plan());
    }

    @Test
    void keepsTheTableSelectedWhenItsColumnGoes() {
        model.selectionProperty().set(new Selection(mapped.table(), "latency"));
        model.apply(new ColumnEdit.Drop(mapped.table(), "latency"));
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection(mapped.table(), ""));
        assertThat(model.coverageProperty().get().total().rest()).isEqualTo(4);
    }

    @Test
    void saysOfAPlanWithFaultsWhereTheyAreAndShowsNoRows() {
        model.apply(new TableEdit.Key(mapped.table(), List.of("model"), TableSpec.OnConflict.KEEP_FIRST));
        model.apply(new ColumnEdit.Retype(mapped.table(), "id", DataType.VARCHAR));
        assertThat(model.validProperty().get()).isFalse();
        assertThat(Place.of(model.planProperty().get(), model.faultsProperty().get().getFirst()))
                .isEqualTo(new Place(new Selection(mapped.table(), "id"), "type"));
        assertThat(model.previewProperty().get()).isInstanceOf(PreviewState.Missing.class);
    }

    @Test
    void makesAColumnOfAPathWithNameAndTypeFromTheProfile() {
        String table = mapped.table();
        model.apply(new ColumnEdit.Drop(table, "config_batch"));
        SourceRow.Place place = place("config", "batch");
        model.apply(Drafts.addColumn(model.planProperty().get().table(table).orElseThrow(), place).orElseThrow());
        TableSpec.Column made = model.planProperty().get().table(table).orElseThrow().columns().getLast();
        assertThat(made.name()).isEqualTo("config_batch");
        assertThat(made.type()).isEqualTo(DataType.BIGINT);
        assertThat(model.validProperty().get()).isTrue();
        assertThat(model.coverageProperty().get().total().rest()).isZero();
    }

    @Test
    void makesATableOfPartsAndAColumnOfATable() {
        model.apply(new ShapeEdit.ToJson(mapped.steps()));
        assertThat(model.planProperty().get().tables()).hasSize(1);
        assertThat(model.validProperty().get()).isTrue();
        SourceIndex index = new SourceIndex(Rows.sources(mapped.inspection(), model.planProperty().get()));
        model.apply(Drafts.toTable(model.planProperty().get(), model.planProperty().get().tables().getFirst(), "steps", index).orElseThrow());
        assertThat(model.planProperty().get().tables().get(1).columns()).extracting(TableSpec.Column::name).containsExactly("id", "parent_id", "pos", "ms", "ok");
        assertThat(model.validProperty().get()).isTrue();
        assertThat(model.coverageProperty().get().total().stored()).isEqualTo(32);
    }

    @Test
    void makesATableOfAPathOfItsOwn() {
        model.apply(Drafts.addTable(model.planProperty().get(), place("steps")));
        TableSpec made = model.planProperty().get().tables().getLast();
        assertThat(made.feeds().getFirst().rows().text()).isEqualTo("$.steps[*]:item");
        assertThat(made.columns()).extracting(TableSpec.Column::name).containsExactly("id", "ms", "ok");
        assertThat(model.validProperty().get()).isTrue();
    }

    @Test
    void readsThePlanAsTextAndNamesTheLineOfAFault() {
        String text = model.text();
        assertThat(PlanTextPane.read(text).plan()).isEqualTo(model.planProperty().get());
        PlanTextPane.Read wrong = PlanTextPane.read(text.replaceFirst("\"BIGINT\"", "\"BIGINTT\""));
        assertThat(wrong.plan()).isNull();
        int line = (int) text.substring(0, text.indexOf("\"BIGINT\"")).lines().count();
        assertThat(wrong.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.words()).contains("BIGINT");
        });
    }

    private SourceRow.Place place(String... keys) {
        List<Step> steps = java.util.Arrays.stream(keys).<Step>map(Step.Key::new).toList();
        SourceIndex index = new SourceIndex(Rows.sources(mapped.inspection(), model.planProperty().get()));
        return (SourceRow.Place) index.find(mapped.inspection().datasets().getFirst().name(), steps).orElseThrow();
    }

    private PreviewState.Shown shown() {
        assertThat(model.previewProperty().get()).isInstanceOf(PreviewState.Shown.class);
        return (PreviewState.Shown) model.previewProperty().get();
    }
}
