package org.godwit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every target promises: what was written comes back as it was or is refused, and nothing is there before the
 * commit. A connector's test extends it; what its format does not have is declared, not left out.
 */
public abstract class TargetContract extends TargetFixture {
    @TestFactory
    List<DynamicTest> bringsBackEveryValueOrRefusesIt() {
        return HostileValues.types().stream()
                .map(type -> DynamicTest.dynamicTest(type.sql(), () -> bringsBackOrRefuses(type)))
                .toList();
    }

    private void bringsBackOrRefuses(DataType type) {
        TargetTable table = TargetTable.plain("values of " + type.kind(), List.of("n", "value"), List.of(DataType.BIGINT, type));
        List<List<@Nullable Object>> kept = new ArrayList<>();
        kept.add(row(0L, null));
        int refused = 0;
        for (Object value : HostileValues.of(type)) {
            List<@Nullable Object> row = row((long) kept.size(), value);
            if (takes(table, row)) {
                kept.add(row);
            } else {
                refused++;
            }
        }
        TypeMapping.Fidelity fidelity = connector().mapping(type).fidelity();
        if (fidelity != TypeMapping.Fidelity.LOSSY) {
            assertThat(refused).as("a type that is " + fidelity + " holds every value").isZero();
        }
        assertThat(kept).as("some value is held").hasSizeGreaterThan(1);
        try (TargetSession session = open()) {
            session.create(table);
            assertThat(session.write(table, rows(table, kept))).isEqualTo(kept.size());
            session.finish(List.of(table), List.of());
            assertThat(read(session, table, null)).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    /** Returns whether a row comes back; if not, it must have been refused with everything people need to know. */
    private boolean takes(TargetTable table, List<@Nullable Object> row) {
        try (TargetSession session = open()) {
            session.create(table);
            session.write(table, rows(table, List.of(row)));
            session.finish(List.of(table), List.of());
            assertThat(read(session, table, null)).as(String.valueOf(row)).containsExactly(row);
            return true;
        } catch (GodwitException e) {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.TARGET_REFUSED);
            assertThat(e.arguments()).as(e.getMessage()).hasSize(4);
            assertThat(e.arguments().get(1)).isEqualTo(table.name());
            assertThat(e.arguments().get(2).toString()).contains("value");
            return false;
        }
    }

    @Test
    void tellsNullFromEmptyAndFromTheWordNull() {
        TargetTable table = TargetTable.plain("empty", List.of("n", "text"), List.of(DataType.BIGINT, DataType.VARCHAR));
        List<List<@Nullable Object>> rows = List.of(row(1L, null), row(2L, ""), row(3L, "NULL"), row(null, " "));
        make(table, rows);
        try (TargetSession session = open()) {
            assertThat(read(session, table, null)).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    @Test
    void keepsNamesAsTheyAre() {
        List<String> names = names();
        List<DataType> types = names.stream().map(name -> DataType.VARCHAR).toList();
        List<List<@Nullable Object>> rows = List.of(new ArrayList<>(names));
        try (TargetSession session = open()) {
            for (String name : names) {
                TargetTable table = TargetTable.plain(name, names, types);
                session.create(table);
                session.write(table, rows(table, rows));
            }
            session.finish(List.of(), List.of());
            session.commit();
        }
        try (TargetSession session = open()) {
            assertThat(session.tables()).containsOnlyKeys(names);
            assertThat(session.tables().values()).allSatisfy(columns -> assertThat(columns).containsExactlyElementsOf(names));
            for (String name : names) {
                assertThat(read(session, TargetTable.plain(name, names, types), null)).isEqualTo(rows);
            }
        }
    }

    @Test
    void holdsManyRowsOfManyBatches() {
        TargetTable table = plain("many");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long i = 0; i < 5_500; i++) {
            rows.add(row(i, i % 7 == 0 ? null : "/rows/" + i, i % 3));
        }
        make(table, rows);
        try (TargetSession session = open()) {
            assertThat(read(session, table, null)).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    @Test
    void holdsTablesWithoutRows() {
        make(plain("nothing"), List.of());
        try (TargetSession session = open()) {
            assertThat(session.tables()).containsEntry("nothing", List.of("_doc", "_at", "_feed"));
            assertThat(read(session, plain("nothing"), null)).isEmpty();
        }
    }

    @Test
    void showsNothingBeforeTheCommit() {
        make(plain("before"), List.of(row(1L, "/", 0L)));
        if (connector().appends()) {
            try (TargetSession session = open()) {
                session.clear("before");
                session.create(plain("after"));
                session.write(plain("before"), rows(plain("before"), List.of(row(2L, "/", 0L), row(3L, "/", 0L))));
                session.finish(List.of(plain("after")), List.of());
            }
        } else {
            try (TargetSession session = open()) {
                session.create(plain("after"));
                session.write(plain("after"), rows(plain("after"), List.of(row(2L, "/", 0L))));
                session.finish(List.of(plain("after")), List.of());
            }
        }
        try (TargetSession session = open()) {
            assertThat(session.tables()).containsOnlyKeys("before");
            assertThat(read(session, plain("before"), null)).containsExactly(row(1L, "/", 0L));
        }
    }

    @Test
    void leavesNothingWhenTheWriterFails() {
        make(plain("before"), List.of(row(1L, "/", 0L)));
        IllegalStateException broken = new IllegalStateException("the source broke");
        assertThatThrownBy(() -> {
            try (TargetSession session = open()) {
                session.create(plain("after"));
                session.write(plain("after"), sink -> {
                    rows(plain("after"), List.of(row(1L, "/", 0L))).accept(sink);
                    throw broken;
                });
            }
        }).isSameAs(broken);
        try (TargetSession session = open()) {
            assertThat(session.tables()).containsOnlyKeys("before");
        }
    }

    @Test
    void addsToWhatIsThere() {
        assumeTrue(connector().appends(), "the format is written anew");
        make(plain("grows"), List.of(row(1L, "/a", 0L), row(2L, "/b", 0L)));
        try (TargetSession session = open()) {
            session.write(plain("grows"), rows(plain("grows"), List.of(row(3L, "/c", 1L), row(4L, null, null))));
            assertThat(read(session, plain("grows"), new TargetSession.Bound("_doc", 3L))).containsExactlyInAnyOrder(row(3L, "/c", 1L), row(4L, null, null));
            session.finish(List.of(), List.of());
            session.commit();
        }
        try (TargetSession session = open()) {
            assertThat(read(session, plain("grows"), null)).hasSize(4);
        }
    }

    @Test
    void emptiesTables() {
        assumeTrue(connector().appends(), "the format is written anew");
        make(plain("old"), List.of(row(1L, "/a", 0L)));
        try (TargetSession session = open()) {
            session.clear("old");
            assertThat(read(session, plain("old"), null)).isEmpty();
            session.write(plain("old"), rows(plain("old"), List.of(row(9L, "/z", 0L))));
            session.finish(List.of(), List.of());
            session.commit();
        }
        try (TargetSession session = open()) {
            assertThat(read(session, plain("old"), null)).containsExactly(row(9L, "/z", 0L));
        }
    }

    @Test
    void givesRowsOtherValues() {
        assumeTrue(updates(), "rows stay as they are");
        TargetTable table = keyed("changes", List.of());
        make(table, List.of(row(1L, null, "one"), row(2L, 1L, "two"), row(3L, null, null)));
        try (TargetSession session = open()) {
            RowBatch batch = table.batch();
            for (List<@Nullable Object> row : List.of(row(2L, null, "zwei"), row(3L, 2L, "drei"))) {
                for (int i = 0; i < row.size(); i++) {
                    HostileValues.add(batch.column(i), row.get(i));
                }
            }
            session.update(table, List.of("id"), batch);
            session.finish(List.of(), List.of());
            session.commit();
        }
        try (TargetSession session = open()) {
            assertThat(read(session, table, null)).containsExactlyInAnyOrder(row(1L, null, "one"), row(2L, null, "zwei"), row(3L, 2L, "drei"));
        }
    }

    @Test
    void refusesToChangeARowThatIsNotThere() {
        assumeTrue(updates(), "rows stay as they are");
        TargetTable table = keyed("changes", List.of());
        make(table, List.of(row(1L, null, "one")));
        try (TargetSession session = open()) {
            RowBatch batch = table.batch();
            batch.column(0).addLong(7);
            batch.column(1).addNull();
            batch.column(2).addObject("seven");
            assertRefused("changes", () -> session.update(table, List.of("id"), batch));
        }
    }

    @Test
    void refusesTwoRowsOfOneKey() {
        assumeTrue(keepsKeys(), "the format has no keys");
        TargetTable table = keyed("keyed", List.of());
        try (TargetSession session = open()) {
            session.create(table);
            assertRefused("keyed", () -> {
                session.write(table, rows(table, List.of(row(1L, null, "a"), row(2L, null, "b"), row(1L, null, "c"))));
                session.finish(List.of(table), List.of());
            });
        }
        TargetTable unique = new TargetTable(
                "unique", List.of("a", "b"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of(), List.of(), List.of(List.of("a", "b")), List.of(), "");
        try (TargetSession session = open()) {
            session.create(unique);
            assertRefused("unique", () -> {
                session.write(unique, rows(unique, List.of(row(1L, "x"), row(1L, "y"), row(1L, "x"))));
                session.finish(List.of(unique), List.of());
            });
        }
    }

    @Test
    void refusesNothingWhereSomethingIsRequired() {
        assumeTrue(keepsRequired(), "the format has no NOT NULL");
        TargetTable table = new TargetTable(
                "required", List.of("n", "must"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of("must"), List.of(), List.of(), List.of(), "");
        try (TargetSession session = open()) {
            session.create(table);
            assertRefused("required", () -> {
                session.write(table, rows(table, List.of(row(1L, ""), row(2L, null))));
                session.finish(List.of(table), List.of());
            });
        }
    }

    @Test
    void takesReferencesInAnyOrderInCirclesAndToItself() {
        TargetTable one = keyed("one", List.of(new ForeignKey(List.of("parent"), "two", List.of("id"))));
        TargetTable two = keyed("two", List.of(new ForeignKey(List.of("parent"), "one", List.of("id"))));
        TargetTable self = keyed("self", List.of(new ForeignKey(List.of("parent"), "self", List.of("id"))));
        List<TargetTable> all = List.of(one, two, self);
        List<List<@Nullable Object>> rows = List.of(row(1L, 2L, "a"), row(2L, 1L, "b"), row(3L, null, "c"));
        try (TargetSession session = open()) {
            all.forEach(session::create);
            all.forEach(table -> session.write(table, rows(table, rows)));
            session.finish(all, List.of());
            session.commit();
        }
        try (TargetSession session = open()) {
            assertThat(all).allSatisfy(table -> assertThat(read(session, table, null)).containsExactlyInAnyOrderElementsOf(rows));
        }
    }

    @Test
    void refusesRowsThatPointNowhere() {
        assumeTrue(keepsReferences(), "the format has no references");
        TargetTable parent = keyed("parents", List.of());
        TargetTable child = keyed("children", List.of(new ForeignKey(List.of("parent"), "parents", List.of("id"))));
        try (TargetSession session = open()) {
            session.create(parent);
            session.create(child);
            assertRefused("children", () -> {
                session.write(parent, rows(parent, List.of(row(1L, null, "p"))));
                session.write(child, rows(child, List.of(row(1L, 1L, "good"), row(2L, 77L, "orphan"))));
                session.finish(List.of(parent, child), List.of());
            });
        }
        try (TargetSession session = open()) {
            assertThat(session.tables()).isEmpty();
        }
    }

    @Test
    void makesViewsAndMakesThemAnew() {
        assumeTrue(keepsViews(), "the format has no views");
        TargetTable table = keyed("seen", List.of());
        for (int run = 0; run < 2; run++) {
            try (TargetSession session = open()) {
                if (run == 0) {
                    session.create(table);
                }
                session.write(table, rows(table, List.of(row((long) run, null, "x"))));
                session.finish(run == 0 ? List.of(table) : List.of(), List.of(new Plan.View("a view", "SELECT id, label FROM seen WHERE id >= 0")));
                session.commit();
            }
        }
        try (TargetSession session = open()) {
            assertThat(session.tables()).containsOnlyKeys("seen");
            assertThat(read(session, table, null)).hasSize(2);
        }
    }

    @Test
    void hasAnAnswerForEveryType() {
        assertThat(HostileValues.types()).allSatisfy(type -> assertThat(connector().mapping(type).type()).isEqualTo(type));
    }
}
