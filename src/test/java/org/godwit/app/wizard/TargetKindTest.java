package org.godwit.app.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.godwit.engine.Queryable;
import org.godwit.model.ColumnFidelity;
import org.godwit.model.DataType;
import org.godwit.model.Finding;
import org.godwit.model.Inspection;
import org.godwit.model.LeafCounts;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetKindTest {
    @TempDir
    private Path folder;

    @Test
    void tellsTheKindByTheName() {
        assertThat(TargetKind.ofFile("a/b.duckdb")).contains(TargetKind.DUCKDB);
        assertThat(TargetKind.ofFile(" B.SQLite3 ")).contains(TargetKind.SQLITE);
        assertThat(TargetKind.ofFile("b.jsonl")).contains(TargetKind.NDJSON);
        assertThat(TargetKind.ofFile("b.json")).contains(TargetKind.JSON);
        assertThat(TargetKind.ofFile("b-parquet")).isEmpty();
        assertThat(TargetKind.ofFile("b.db")).isEmpty();
    }

    @Test
    void tellsTheKindOfATargetOfAPlan() {
        assertThat(TargetKind.of("json", "out")).isEqualTo(TargetKind.JSON_FOLDER);
        assertThat(TargetKind.of("json", "out.ndjson")).isEqualTo(TargetKind.NDJSON);
        assertThat(TargetKind.of("csv", "out")).isEqualTo(TargetKind.CSV);
        assertThat(TargetKind.of("postgresql", "")).isEqualTo(TargetKind.SERVER);
    }

    @Test
    void namesAnotherKindByTheSameStemAndEveryKindTwiceTheSame() {
        assertThat(TargetKind.SQLITE.named("/x/results.duckdb")).isEqualTo("/x/results.sqlite");
        assertThat(TargetKind.CSV.named("/x/results.duckdb")).isEqualTo("/x/results-csv");
        assertThat(TargetKind.DUCKDB.named("/x/results-csv")).isEqualTo("/x/results.duckdb");
        assertThat(TargetKind.DUCKDB.named("/x/results.db")).isEqualTo("/x/results.db");
        assertThat(TargetKind.DUCKDB.named("")).isEmpty();
        for (TargetKind kind : TargetKind.values()) {
            String once = kind.named("/x/results.duckdb");
            assertThat(kind.named(once)).as("%s", kind).isEqualTo(once);
            assertThat(kind.title()).isNotBlank();
        }
    }

    @Test
    void addsRowsOnlyWhereThereAreTables() {
        assertThat(List.of(TargetKind.values()).stream().filter(TargetKind::appends)).containsExactly(TargetKind.DUCKDB, TargetKind.SQLITE, TargetKind.SERVER);
    }

    @Test
    void looksIntoDuckDbFilesOnlyWhateverTheirNames() throws IOException {
        assertThat(Queryable.test("/nowhere/a.duckdb")).isTrue();
        assertThat(Queryable.test(Files.createDirectory(folder.resolve("parquet-of.duckdb")).toString())).isFalse();
        assertThat(Queryable.test("postgresql://127.0.0.1/a.duckdb")).isFalse();
        assertThat(Queryable.test("")).isFalse();
        assertThat(Queryable.test(Files.writeString(folder.resolve("a.db"), "SQLite format 3\0").toString())).isFalse();
        assertThat(Queryable.test(Files.writeString(folder.resolve("b.db"), "12345678DUCKxxxx").toString())).isTrue();
        assertThat(Queryable.isServer("mariadb://127.0.0.1/a")).isTrue();
        assertThat(Queryable.isServer("/a/b.sqlite")).isFalse();
    }

    @Test
    void saysWhatBecomesOfATypeThatTheTargetDoesNotHave() {
        Plan none = new Plan(Plan.VERSION, "p", "", List.of(), null, List.of(), List.of(), List.of(), Options.DEFAULT);
        FidelityWords words = new FidelityWords(none, new Inspection(List.of(), List.of(), LeafCounts.NONE, List.of(), 0), "SQLite");
        Finding lossy = words.finding(new ColumnFidelity("t", "c", DataType.HUGEINT, "TEXT", true, "no whole numbers beyond 64 bits"));
        assertThat(lossy.severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(lossy.place()).isEqualTo("t.c");
        assertThat(lossy.message()).contains("c", "HUGEINT", "TEXT", "SQLite", "no whole numbers beyond 64 bits");
        Finding widened = words.finding(new ColumnFidelity("t", "c", DataType.BOOLEAN, "INTEGER", false, "false is 0"));
        assertThat(widened.severity()).isEqualTo(Finding.Severity.INFO);
    }
}
