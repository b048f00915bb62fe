package org.godwit.app.explore.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeRows;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.godwit.task.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grid over more rows than its window has, shown. */
final class GridModelTest {
    private static final int WINDOW = 1_000;

    private final TaskService service = new TaskService();
    private final Asked rows = new Asked(new FakeRows(10_000));
    private GridModel model;
    private RowGrid grid;
    private Stage stage;

    /** Remembers where the pages begin that were asked for. */
    private static final class Asked implements RowSource {
        private final RowSource rows;
        private final Set<Long> pages = new ConcurrentSkipListSet<>();

        Asked(RowSource rows) {
            this.rows = rows;
        }

        @Override
        public List<Column> columns() {
            return rows.columns();
        }

        @Override
        public long rows() {
            return rows.rows();
        }

        @Override
        public List<List<@Nullable String>> page(long from, int count, BooleanSupplier cancelled) {
            pages.add(from);
            return rows.page(from, count, cancelled);
        }

        @Override
        public List<List<@Nullable String>> wholeRows(long from, int count, BooleanSupplier cancelled) {
            return rows.wholeRows(from, count, cancelled);
        }

        @Override
        public @Nullable String value(long row, int column, BooleanSupplier cancelled) {
            throw new AssertionError("a value that is in its page is not read apart");
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    @BeforeEach
    void show() throws InterruptedException, ExecutionException {
        Fx.start();
        model = new GridModel(new Kit(new FxTasks(service, Platform::runLater), new FakeDesk()), WINDOW);
        grid = Fx.get(() -> new RowGrid("rows", model, GridHost.NONE, origin -> {}));
        stage = Fx.get(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(grid, 800, 400));
            made.show();
            model.show(rows);
            return made;
        });
        Fx.until("first rows", () -> model.isRead(0));
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        Fx.run(stage::close);
        service.close();
    }

    @Test
    void asksForNoRowsButThoseThatItJumpsTo() throws InterruptedException, ExecutionException {
        rows.pages.clear();
        Fx.run(() -> model.jump(7_550));
        Fx.until("rows", () -> model.isRead(550));
        Fx.until("cell", () -> model.cellProperty().get() instanceof CellState.Shown shown && shown.row() == 7_550);
        assertThat(rows.pages).containsExactly(7_500L);
    }

    @Test
    void goesOnBeyondItsWindowByKeys() throws InterruptedException, ExecutionException {
        Fx.run(() -> model.jump(WINDOW - 1));
        Fx.run(grid.table()::requestFocus);
        Fx.run(() -> Opened.press(stage.getScene(), "Down"));
        assertThat(Fx.get(() -> model.baseProperty().get())).isEqualTo(WINDOW);
        assertThat(Fx.get(() -> grid.table().getFocusModel().getFocusedIndex())).isZero();
        Fx.run(() -> Opened.press(stage.getScene(), "Up"));
        assertThat(Fx.get(() -> model.baseProperty().get())).isZero();
        assertThat(Fx.get(() -> grid.table().getFocusModel().getFocusedIndex())).isEqualTo(WINDOW - 1);
    }
}
