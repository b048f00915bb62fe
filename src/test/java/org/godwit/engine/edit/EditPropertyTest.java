package org.godwit.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.godwit.engine.plan.PlanChecker;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.model.DataType;
import org.godwit.model.GodwitException;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

class EditPropertyTest {
    @Property(tries = 300)
    void undoesEverySequenceOfEditsAndMakesItAgain(@ForAll @Size(max = 25) List<@IntRange(max = 9_999) Integer> choices) {
        Plan start = Plans.benchmark();
        EditHistory history = new EditHistory(start);
        List<Plan> steps = new ArrayList<>(List.of(start));
        for (int choice : choices) {
            try {
                history.apply(edit(history.plan(), choice));
            } catch (GodwitException refused) {
                assertThat(history.plan()).isEqualTo(steps.getLast());
            }
            if (!history.plan().equals(steps.getLast())) {
                steps.add(history.plan());
            }
        }
        Plan end = history.plan();
        for (int i = steps.size() - 2; i >= 0; i--) {
            assertThat(history.undo()).isTrue();
            assertThat(history.plan()).isEqualTo(steps.get(i));
        }
        assertThat(history.undo()).isFalse();
        assertThat(history.plan()).isEqualTo(start);
        while (history.redo()) {
            assertThat(steps).contains(history.plan());
        }
        assertThat(history.plan()).isEqualTo(end);
    }

    @Property(tries = 200)
    void leavesAPlanThatReadsBackAsItIs(@ForAll @Size(max = 12) List<@IntRange(max = 9_999) Integer> choices) {
        EditHistory history = new EditHistory(Plans.benchmark());
        for (int choice : choices) {
            PlanEdit edit = edit(history.plan(), choice);
            try {
                history.apply(edit);
            } catch (GodwitException refused) {
                continue;
            }
            assertThat(edit.words()).isNotBlank();
        }
        if (PlanChecker.check(history.plan()).isEmpty()) {
            assertThat(PlanReader.read(PlanWriter.write(history.plan()), "edited")).isEqualTo(history.plan());
        }
    }

    /** Makes of a number an edit of this plan; most of them can be carried out. */
    private static PlanEdit edit(Plan plan, int choice) {
        if (plan.tables().isEmpty()) {
            return new TableEdit.Add("made", "direct", document(), List.of());
        }
        TableSpec table = plan.tables().get(choice / 20 % plan.tables().size());
        TableSpec.Column column = table.columns().get(choice / 100 % table.columns().size());
        String name = "n" + choice % 7;
        return switch (choice % 15) {
            case 0 -> new TableEdit.Rename(table.name(), name);
            case 1 -> new ColumnEdit.Rename(table.name(), column.name(), name);
            case 2 -> new ColumnEdit.Retype(table.name(), column.name(), DataType.VARCHAR);
            case 3 -> new ColumnEdit.Drop(table.name(), column.name());
            case 4 -> new TableEdit.Drop(table.name());
            case 5 -> new TableEdit.Add(name, "direct", document(), List.of());
            case 6 -> new ColumnEdit.Add(table.name(), name, DataType.JSON, 0, ValueSpec.From.path(document()));
            case 7 -> new TableEdit.Key(table.name(), List.of(column.name()), TableSpec.OnConflict.ERROR);
            case 8 -> new ColumnEdit.Require(table.name(), column.name(), !column.required());
            case 9 -> new ColumnEdit.Move(table.name(), column.name(), choice % 2 == 0);
            case 10 -> new FeedEdit.Value(table.name(), 0, column.name(), choice % 2 == 0 ? null : new ValueSpec.Const("x"));
            case 11 -> new FeedEdit.Add(table.name(), "direct", document());
            case 12 -> new FeedEdit.Drop(table.name(), 0);
            case 13 -> new ShapeEdit.ToJson(table.name());
            default -> new ShapeEdit.ToRest("direct", List.of(new Step.Key("model")));
        };
    }

    private static PathExpr document() {
        return new PathExpr(PathExpr.Root.DOCUMENT, "", List.of());
    }

    /** The plan that edits start from. */
    static final class Plans {
        private Plans() {}

        static Plan benchmark() {
            return PlanReader.read(Optional.of(PLAN).get().replace('`', '"'), "benchmark");
        }
    }

    static final String PLAN = """
            {"version": 1, "name": "t", "sources": [{"name": "files", "type": "json", "path": "in"}], "target": {"type": "duckdb", "path": "t.duckdb"},
             "datasets": [{"name": "direct", "match": {"has": ["$.model"]}}],
             "tables": [
              {"name": "models", "key": ["model_name"], "columns": [
                {"name": "model_id", "type": "BIGINT", "generate": "id"}, {"name": "model_name", "type": "VARCHAR"}],
               "feeds": [{"dataset": "direct", "rows": "$", "set": {"model_name": "$.model"}}]},
              {"name": "results", "columns": [
                {"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "model_id", "type": "BIGINT"},
                {"name": "size", "type": "INTEGER"}, {"name": "latency", "type": "DOUBLE"}],
               "feeds": [{"dataset": "direct", "rows": "$.batches.*:batch", "set": {
                 "model_id": {"ref": "models", "on": {"model_name": "$.model"}},
                 "size": {"from": ["@.size", "key(batch)"]}, "latency": "@.latency"}}]},
              {"name": "samples", "columns": [
                {"name": "result_id", "type": "BIGINT"}, {"name": "pos", "type": "BIGINT"}, {"name": "ms", "type": "DOUBLE"}],
               "feeds": [{"dataset": "direct", "rows": "$.batches.*:batch.latencies[*]:i", "set": {
                 "result_id": {"parent": "results", "level": "batch"}, "pos": "pos(i)", "ms": "@"}}]}],
             "views": [
              {"name": "fast", "sql": "SELECT m.model_name, r.latency FROM results r JOIN models m USING (model_id) WHERE r.latency < 10"},
              {"name": "odd", "sql": "SELECT 1 AS results, 'latency' AS latency FROM results"}]}
            """;
}
