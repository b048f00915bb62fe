package org.godwit.connector.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.godwit.model.FileReport.Status;
import org.godwit.model.Problem;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Real result files, with figures that an independent program counted. */
class RealResultsTest {
    @Test
    void countsWhatAnIndependentProgramCounts() {
        Reading reading = Reading.of(folder());
        assertThat(reading.documents).hasSize(187);
        assertThat(reading.leaves)
                .isEqualTo(Map.of("number", 7182L, "string", 7424L, "boolean", 1174L, "null", 272L, "object", 64L, "array", 118L));
        assertThat(reading.statuses.values()).filteredOn(Status.OK::equals).hasSize(187);
    }

    @Test
    void namesTheTruncatedFileWithItsPlace() {
        Problem problem = Reading.of(folder()).problem();
        assertThat(problem.file()).isEqualTo("test_benchmark_database/database_metadata.json");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.column()).isEqualTo(21);
        assertThat(problem.offset()).isEqualTo(106);
        assertThat(problem.reason()).isEqualTo("expecting a value, but the text ends here: it looks cut off");
        assertThat(problem.excerpt()).endsWith("\"benchmark_id\": ");
    }

    private static Path folder() {
        return Stream.iterate(Path.of(System.getProperty("user.dir")).toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared").resolve("data").resolve("benchmark-results"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("the real data folder shared/data is not here"));
    }
}
