package org.godwit.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.godwit.engine.plan.PlanChecker;
import org.godwit.engine.text.Messages;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.junit.jupiter.api.Test;

final class PlanEditTest {
    private final Plan plan = EditPropertyTest.Plans.benchmark();

    @Test
    void renamesATableWithItsReferencesParentsAndViews() {
        Plan models = new TableEdit.Rename("models", "llm").apply(plan);
        assertThat(value(models, "results", "model_id")).isInstanceOfSatisfying(ValueSpec.Ref.class, ref -> assertThat(ref.table()).isEqualTo("llm"));
        assertThat(models.views().getFirst().sql()).contains("JOIN llm m USING");
        Plan results = new TableEdit.Rename("results", "runs").apply(plan);
        assertThat(value(results, "samples", "result_id")).isEqualTo(new ValueSpec.Parent("runs", "batch"));
        assertThat(results.views().getFirst().sql()).contains("FROM runs r");
        assertThat(PlanChecker.check(results)).isEmpty();
    }

    @Test
    void saysWhichViewItCouldNotFollow() {
        TableEdit rename = new TableEdit.Rename("results", "runs");
        assertThat(rename.notes(plan)).singleElement().asString().contains("odd").contains("runs");
        assertThat(rename.apply(plan).views().get(1)).isEqualTo(plan.views().get(1));
    }

    @Test
    void renamesAColumnInKeysValuesReferencesAndViews() {
        Plan made = new ColumnEdit.Rename("models", "model_name", "title").apply(plan);
        assertThat(made.table("models").orElseThrow().key()).containsExactly("title");
        assertThat(value(made, "models", "title")).isNotNull();
        assertThat(((ValueSpec.Ref) value(made, "results", "model_id")).on()).containsOnlyKeys("title");
        assertThat(made.views().getFirst().sql()).startsWith("SELECT m.title,");
        assertThat(PlanChecker.check(made)).isEmpty();
    }

    @Test
    void leavesTextsInViewsAlone() {
        Plan made = new ColumnEdit.Rename("results", "latency", "latency_ms").apply(plan);
        assertThat(made.views().get(0).sql()).contains("r.latency_ms < 10");
        assertThat(made.views().get(1).sql()).contains("'latency'");
    }

    @Test
    void refusesANameThatIsTakenWhateverItsCase() {
        assertRefused(new TableEdit.Rename("models", "RESULTS"), "this name is taken");
        assertRefused(new ColumnEdit.Rename("results", "size", "Latency"), "this name is taken");
        assertRefused(new ColumnEdit.Rename("results", "size", " "), "cannot be empty");
    }

    @Test
    void refusesToDropWhatOthersReferTo() {
        assertRefused(new ColumnEdit.Drop("models", "model_name"), "results refers to it");
        assertRefused(new ColumnEdit.Drop("results", "id"), "samples refers to it");
    }

    @Test
    void dropsATableAndTheValuesThatReferToIt() {
        Plan made = new TableEdit.Drop("results").apply(plan);
        assertThat(made.tables()).extracting(TableSpec::name).containsExactly("models", "samples");
        assertThat(made.table("samples").orElseThrow().feeds().getFirst().set()).doesNotContainKey("result_id");
    }

    @Test
    void makesAChildTableAJsonColumnAndBack() {
        Plan json = new ShapeEdit.ToJson("samples").apply(plan);
        assertThat(json.table("samples")).isEmpty();
        TableSpec.Column column = json.table("results").orElseThrow().columns().getLast();
        assertThat(column.type()).isEqualTo(DataType.JSON);
        assertThat(value(json, "results", column.name())).isEqualTo(ValueSpec.From.path(row("latencies")));
        assertThat(PlanChecker.check(json)).isEmpty();

        var field = new ShapeEdit.ToTable.Field("ms", DataType.DOUBLE, ValueSpec.From.path(row()));
        Plan table = new ShapeEdit.ToTable("results", column.name(), 0, "samples", new Step.Elements(""), List.of(field)).apply(json);
        TableSpec child = table.table("samples").orElseThrow();
        assertThat(child.feeds().getFirst().rows().text()).isEqualTo("$.batches.*:batch.latencies[*]:item");
        assertThat(child.columns()).extracting(TableSpec.Column::name).containsExactly("id", "parent_id", "pos", "ms");
        assertThat(value(table, "samples", "parent_id")).isEqualTo(new ValueSpec.Parent("results", "batch"));
        assertThat(PlanChecker.check(table)).isEmpty();
    }

    @Test
    void refusesToFoldATableThatOthersReferTo() {
        assertRefused(new ShapeEdit.ToJson("models"), "no place for the column");
    }

    @Test
    void movesAPathToRest() {
        Plan made = new ShapeEdit.ToRest("direct", List.of(new Step.Key("batches"), new Step.Entries(""), new Step.Key("latency"))).apply(plan);
        assertThat(made.table("results").orElseThrow().column("latency")).isEmpty();
        assertRefused(new ShapeEdit.ToRest("direct", List.of(new Step.Key("unused"))), "in rest already");
    }

    @Test
    void forgetsWhatWasUndoneWhenSomethingElseIsDone() {
        EditHistory history = new EditHistory(plan);
        history.apply(new ColumnEdit.Retype("results", "size", DataType.BIGINT));
        assertThat(history.undoWords()).contains("Make size BIGINT");
        assertThat(history.undo()).isTrue();
        assertThat(history.redoWords()).contains("Make size BIGINT");
        history.apply(new ColumnEdit.Rename("results", "size", "batch_size"));
        assertThat(history.redoWords()).isEmpty();
        assertThat(history.redo()).isFalse();
        assertThat(history.undoWords()).contains("Rename size to batch_size");
    }

    @Test
    void countsAnEditThatChangesNothingAsNoStep() {
        EditHistory history = new EditHistory(plan);
        history.apply(new ColumnEdit.Move("results", "id", true));
        assertThat(history.size()).isZero();
    }

    private void assertRefused(PlanEdit edit, String reason) {
        assertThatExceptionOfType(GodwitException.class).isThrownBy(() -> edit.apply(plan)).satisfies(error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.EDIT_REFUSED);
            assertThat(Messages.of(error)).contains(reason).contains("The plan is as it was.");
        });
    }

    private static ValueSpec value(Plan plan, String table, String column) {
        return java.util.Objects.requireNonNull(plan.table(table).orElseThrow().feeds().getFirst().set().get(column));
    }

    private static PathExpr row(String... keys) {
        return new PathExpr(PathExpr.Root.ROW, "", java.util.Arrays.stream(keys).<Step>map(Step.Key::new).toList());
    }
}
