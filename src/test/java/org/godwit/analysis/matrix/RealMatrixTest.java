package org.godwit.analysis.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.godwit.connector.json.JsonConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.engine.LocalWorkbench;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The numbers of a matrix of real results, against other SQL and against what was counted independently of Godwit. */
final class RealMatrixTest {
    /** Of seven benchmarks by batch size, nine functionality tests and seven compatibility matrices. */
    private static final int RESULTS = 7 + 117 + 99;

    private static final String PAIRS = "SELECT m.model_name, h.hardware_type, count(*) FILTER (coalesce(is_simulated, false) = false AND is_compatible),"
            + " count(*) FILTER (coalesce(is_simulated, false) = false AND NOT is_compatible), count(*) FILTER (is_simulated)"
            + " FROM hardware_compatibility AS c, models AS m, hardware_platforms AS h"
            + " WHERE c.model_id = m.model_id AND c.hardware_id = h.hardware_id GROUP BY m.model_name, h.hardware_type ORDER BY 1, 2";

    @TempDir
    private Path folder;

    @Test
    void countsWhatWasCountedIndependently() {
        Path database = migrate();
        try (Matrices matrices = new Matrices()) {
            Matrix matrix = matrices.matrix(database, matrices.offer(database, () -> false).ready().getFirst(), () -> false);
            assertThat(matrix.real() + matrix.simulated()).isEqualTo(RESULTS);
            List<List<String>> cells = new ArrayList<>();
            for (int r = 0; r < matrix.rows().size(); r++) {
                for (int c = 0; c < matrix.columns().size(); c++) {
                    Cell cell = matrix.cell(new Matrix.Pair(r, c));
                    if (cell.counts(true)) {
                        assertThat(cell.real().partial() + cell.real().undecided()).isZero();
                        cells.add(List.of(matrix.rows().get(r).label(), matrix.columns().get(c).label(), "" + cell.real().pass(), "" + cell.real().fail(),
                                "" + cell.simulated().total()));
                    }
                }
            }
            assertThat(cells).containsExactlyInAnyOrderElementsOf(query(database, PAIRS));
            Arrangement look = new Arrangement(matrix, Look.USUAL);
            long conflicting = query(database, PAIRS).stream().filter(pair -> !pair.get(2).equals("0") && !pair.get(3).equals("0")).count();
            assertThat(look.counts()).containsEntry(State.CONFLICTING, (int) conflicting);
        }
    }

    private Path migrate() {
        Path target = folder.resolve("real.duckdb");
        LocalWorkbench workbench = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home")));
        Plan plan = workbench.inspectAndPropose(List.of(results().toString()), target.toString(), Optional.of("benchmark-results"), new TaskContext()).plan();
        var _ = workbench.run(plan, folder, RunOptions.usual(), new TaskContext());
        return target;
    }

    private static List<List<String>> query(Path database, String sql) {
        try (ReadOnlyFile file = ReadOnlyFile.open(database); Session session = file.session()) {
            return session.texts(sql);
        }
    }

    private static Path results() {
        return Stream.iterate(Path.of(System.getProperty("user.dir")).toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared").resolve("data").resolve("benchmark-results"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("the real data folder shared/data is not here"));
    }
}
