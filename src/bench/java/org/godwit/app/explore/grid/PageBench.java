package org.godwit.app.explore.grid;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.godwit.analysis.explore.RowSource;
import org.godwit.bench.Drawn;

/** Measures a grid that is shown: how long its pages take. */
public final class PageBench {
    private PageBench() {}

    /** Returns the milliseconds until pages somewhere in the table are read, the first one not counted. */
    public static double[] reads(GridModel grid, int count, long seed) {
        RowSource source = Objects.requireNonNull(grid.sourceProperty().get());
        SplittableRandom random = new SplittableRandom(seed);
        double[] millis = new double[count];
        for (int i = -1; i < count; i++) {
            long page = random.nextLong(grid.rows() / RowPages.PAGE_ROWS);
            long start = System.nanoTime();
            int rows = source.page(page * RowPages.PAGE_ROWS, RowPages.PAGE_ROWS, () -> false).size();
            if (rows != RowPages.PAGE_ROWS) {
                throw new IllegalStateException("a page of " + rows + " rows");
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return millis;
    }

    /** Returns the milliseconds from jumping to a row until it is drawn, the first jump not counted. */
    public static double[] jumps(GridModel grid, int count, long seed) throws InterruptedException, ExecutionException {
        SplittableRandom random = new SplittableRandom(seed);
        double[] millis = new double[count];
        for (int i = -1; i < count; i++) {
            long row = random.nextLong(grid.rows());
            double took = Drawn.millis(() -> grid.jump(row), () -> grid.isRead((int) (row - grid.baseProperty().get())));
            if (i >= 0) {
                millis[i] = took;
            }
        }
        return millis;
    }
}
