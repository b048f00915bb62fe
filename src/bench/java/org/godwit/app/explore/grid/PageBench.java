package org.godwit.app.explore.grid;

import java.util.SplittableRandom;
import org.godwit.bench.Drawn;

/** Measures a grid that is shown: from jumping to a row somewhere in the table until its page is drawn. */
public final class PageBench {
    private PageBench() {}

    /** Returns the milliseconds of each jump, after a first one that is not counted. */
    public static double[] jumps(GridModel grid, int count, long seed) throws InterruptedException {
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
