package org.godwit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** A target under test and what its tests need: what the format has, rows to write, and the way to read them back. */
public abstract class TargetFixture {
    private static final List<String> NAMES = List.of(
            "order", "SELECT", "a b", "it's", "say \"hi\"", "back`tick", "semi;colon", "dash--dash", "per%cent", "br[ack]et", "dot.dot",
            "\u00e4\u00f6\u00fc", "\ud83d\ude00", "\u65e5\u672c", "1st", "_x", "UPPER", "x".repeat(60));

    protected abstract TargetConnector connector();

    /** Returns names that tables and columns must keep; a format whose names are narrower leaves some out. */
    protected List<String> names() {
        return NAMES;
    }

    /** Returns where the target is: within one test always the same place, at whose start nothing is there. */
    protected abstract Place place();

    /** Returns whether the format has primary keys and unique columns, and refuses rows that break them. */
    protected boolean keepsKeys() {
        return true;
    }

    /** Returns whether the format has references, and refuses rows that point nowhere. */
    protected boolean keepsReferences() {
        return true;
    }

    /** Returns whether the format has views. */
    protected boolean keepsViews() {
        return true;
    }

    /** Returns whether columns can be NOT NULL. */
    protected boolean keepsRequired() {
        return true;
    }

    /** Returns whether rows that are there can get other values. */
    protected boolean updates() {
        return connector().appends();
    }

    final TargetSession open() {
        return connector().open(place(), new TaskContext());
    }

    /** Returns a source that hands over one batch again and again, as runs do. */
    protected static Consumer<Consumer<RowBatch>> rows(TargetTable table, List<List<@Nullable Object>> rows) {
        return sink -> {
            RowBatch batch = table.batch();
            for (List<@Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    HostileValues.add(batch.column(i), row.get(i));
                }
                if (batch.rows() == 1_000) {
                    sink.accept(batch);
                    batch.clear();
                }
            }
            sink.accept(batch);
            batch.clear();
        };
    }

    /** Reads a table, each row as values of {@link HostileValues}. */
    protected static List<List<@Nullable Object>> read(TargetSession session, TargetTable table, TargetSession.@Nullable Bound bound) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        session.scan(table.batch(), bound, chunk -> {
            for (int row = 0; row < chunk.rows(); row++) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < chunk.columns().size(); i++) {
                    values.add(HostileValues.at(chunk.column(i), row));
                }
                rows.add(values);
            }
        });
        return rows;
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    static TargetTable plain(String name) {
        return TargetTable.plain(name, List.of("_doc", "_at", "_feed"), List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
    }

    static TargetTable keyed(String name, List<ForeignKey> foreignKeys) {
        return new TargetTable(
                name, List.of("id", "parent", "label"), List.of(DataType.BIGINT, DataType.BIGINT, DataType.VARCHAR), Set.of("id"), List.of("id"), List.of(), foreignKeys, "id");
    }

    final void make(TargetTable table, List<List<@Nullable Object>> rows) {
        try (TargetSession session = open()) {
            session.create(table);
            assertThat(session.write(table, rows(table, rows))).isEqualTo(rows.size());
            session.finish(List.of(table), List.of());
            session.commit();
        }
    }

    static void assertRefused(String table, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.TARGET_REFUSED);
            assertThat(e.arguments()).as(e.getMessage()).hasSize(4);
            assertThat(e.arguments().get(1)).isEqualTo(table);
        });
    }
}
