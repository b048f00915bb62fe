package org.godwit.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.godwit.engine.target.RecordedRun;
import org.godwit.model.Connection;
import org.godwit.model.CsvOptions;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherPlacesTest {
    @TempDir
    private Path base;

    private static Plan.Source folder(String name, String path) {
        return new Plan.Source(name, "csv", path, List.of());
    }

    private static Plan plan(Plan.Source... sources) {
        return new Plan(Plan.VERSION, "p", "", List.of(sources), null, List.of(), List.of(), List.of(), Options.DEFAULT);
    }

    private boolean isElsewhere(Plan earlier, Plan now, String file) {
        return OtherPlaces.of(List.of(new RecordedRun("r", earlier, 0, 1)), now, base).had("r", file);
    }

    @Test
    void whatStillStandsSomewhereElseIsNoneOfThisRun() throws IOException {
        Files.createDirectories(base.resolve("2025/results/deep"));
        Files.createDirectories(base.resolve("2026/results"));
        Plan older = plan(folder("files", "2025/results"));
        assertThat(isElsewhere(older, plan(folder("files", "2026/results")), "results#t")).isTrue();
        assertThat(isElsewhere(older, plan(folder("files", "2026/../2025/results")), "results#t")).isFalse();
        assertThat(isElsewhere(older, plan(folder("files", "2025/results/deep")), "results#t")).as("a part of it").isFalse();
        assertThat(isElsewhere(plan(folder("files", "gone/results")), plan(folder("files", "2026/results")), "results#t")).as("moved").isFalse();
        Plan both = plan(folder("files", "2025/results"), folder("files_2", "2026/results"));
        assertThat(isElsewhere(both, plan(folder("files", "2026/results")), "files/results#t")).isTrue();
        assertThat(isElsewhere(both, plan(folder("files", "2026/results")), "files_2/results#t")).isFalse();
    }

    @Test
    void aServerIsNoFolder() throws IOException {
        Files.createDirectories(base.resolve("results"));
        Connection server = new Connection("postgresql", "db.example.org", 5432, "results", "", "ana", "", Connection.Tls.VERIFY_FULL, null, java.util.Map.of());
        Plan now = plan(new Plan.Source("files", "postgresql", server.text(), List.of(), server, null, CsvOptions.AS_FOUND));
        assertThat(isElsewhere(plan(folder("files", "results")), now, "results#t")).isTrue();
    }
}
