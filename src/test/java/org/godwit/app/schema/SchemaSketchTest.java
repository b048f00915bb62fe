package org.godwit.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.godwit.model.TableInfo;
import org.junit.jupiter.api.Test;

final class SchemaSketchTest {
    private static TableInfo table(String name, String... refersTo) {
        List<TableInfo.Column> columns = Stream.concat(Stream.of("id"), Stream.of(refersTo).map(to -> to + "_id"))
                .map(column -> new TableInfo.Column(column, "INTEGER", null, true, TableInfo.Json.NONE))
                .toList();
        List<TableInfo.ForeignKey> keys = Stream.of(refersTo).map(to -> new TableInfo.ForeignKey(List.of(to + "_id"), to, List.of("id"))).toList();
        return new TableInfo(name, columns, List.of("id"), keys, List.of(), List.of(), List.of(), 3, 100, null);
    }

    private static SchemaSketch.Box box(SchemaSketch sketch, String name) {
        return sketch.boxes().stream().filter(box -> box.table().name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void putsWhatIsReferredToAtTheLeft() {
        SchemaSketch sketch = SchemaSketch.of(List.of(table("answers", "questions"), table("papers"), table("questions", "papers")));
        assertThat(box(sketch, "papers").x()).isLessThan(box(sketch, "questions").x());
        assertThat(box(sketch, "questions").x()).isLessThan(box(sketch, "answers").x());
        assertThat(sketch.references()).hasSize(2);
    }

    @Test
    void drawsCirclesAndTablesThatReferToThemselves() {
        SchemaSketch sketch = SchemaSketch.of(List.of(table("a", "b"), table("b", "a"), table("tree", "tree"), table("lost", "nowhere")));
        assertThat(sketch.boxes()).hasSize(4);
        assertThat(sketch.references()).hasSize(3);
    }

    @Test
    void letsNoBoxLieOnAnother() {
        List<TableInfo> tables = new ArrayList<>();
        for (int i = 0; i < SchemaPane.MOST_BOXES; i++) {
            tables.add(i < 3 ? table("t" + i) : table("t" + i, "t" + i / 3, "t" + (i - 3)));
        }
        List<SchemaSketch.Box> boxes = SchemaSketch.of(tables).boxes();
        assertThat(boxes).hasSize(tables.size());
        for (SchemaSketch.Box one : boxes) {
            for (SchemaSketch.Box other : boxes) {
                boolean apart = one.equals(other)
                        || one.x() + SchemaSketch.BOX_WIDTH <= other.x()
                        || other.x() + SchemaSketch.BOX_WIDTH <= one.x()
                        || one.y() + one.height() <= other.y()
                        || other.y() + other.height() <= one.y();
                assertThat(apart).as("%s and %s", one.table().name(), other.table().name()).isTrue();
            }
        }
    }
}
