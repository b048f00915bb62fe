package org.godwit.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.godwit.model.NameGlob;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesPatternTest {
    @ParameterizedTest
    @CsvSource({
        "run1, run*",
        "run_00017, run_*",
        "results_2026-11-22T10-15-00Z, results_*T*Z",
        "results_2026-11-22 10:15:00.123, results_*",
        "date=2026-11-22/part-0, date=*/part-*",
        "part-00000-5f0c9d6e-4a1b-4c6e-9d7f-0123456789ab, part-*",
        "bert_7f3a9c01_cpu, bert_*_cpu",
        "deadbeef, deadbeef",
        "facade_1, facade_*",
        "hosts, hosts",
        "42, *",
    })
    void whatDiffersFromFileToFileStandsForAnything(String name, String pattern) {
        assertThat(Series.pattern(name)).isEqualTo(pattern);
        assertThat(NameGlob.of(pattern).matches(name)).isTrue();
    }
}
