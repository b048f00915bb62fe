package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.godwit.engine.plan.PlanPlaces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputTest {
    private static final List<? extends @Nullable Object> ROW = Arrays.asList(1L, "a|\"b\",\n", null, 0.1, "");

    @Test
    void numbersThatADoubleWouldChangeAreText() {
        List<Object> values = List.of(
                1L << 53, (1L << 53) + 1, new BigInteger("18446744073709551617"), 0.1, Double.NaN, Double.NEGATIVE_INFINITY,
                new BigDecimal("12.75"), new BigDecimal("0.12345678901234567891"), 7, true, "x");

        String json = printed(JsonRows::new, List.of("v"), values.stream().<List<Object>>map(List::of).toList())
                .replaceAll("\\s", "").replace("{\"v\":", "").replace("}", "");

        assertThat(json).isEqualTo("[9007199254740992,\"9007199254740993\",\"18446744073709551617\",0.1,\"NaN\",\"-Infinity\","
                + "12.75,\"0.12345678901234567891\",7,true,\"x\"]");
    }

    @Test
    void anEmptyResultIsAnEmptyArray() {
        assertThat(printed(JsonRows::new, List.of("a"), List.of()).replaceAll("\\s", "")).isEqualTo("[]");
    }

    @Test
    void csvTellsNullFromEmpty() {
        assertThat(printed(CsvRows::new, List.of("a", "b", "c", "d", "e"), List.of(ROW)))
                .isEqualTo("a,b,c,d,e\r\n1,\"a|\"\"b\"\",\n\",,0.1,\"\"\r\n");
    }

    @Test
    void markdownKeepsItsColumns() {
        assertThat(printed(MarkdownRows::new, List.of("a", "b", "c", "d", "e"), List.of(ROW)))
                .isEqualTo("| a | b | c | d | e |\n| --- | --- | --- | --- | --- |\n| 1 | a\\|\"b\",\\n |  | 0.1 |  |\n");
    }

    @Test
    void tablesAreAligned() {
        assertThat(printed(TableRows::new, List.of("name", "n"), List.of(List.of("bert", 5L), Arrays.asList("größer", null), List.of("x", 1234L))))
                .isEqualTo("name       n\nbert       5\ngrößer  NULL\nx       1234\n");
    }

    @Test
    void foreignTextCannotMoveTheCursor() {
        assertThat(TextTable.oneLine("a\u001b[2Jb\r\n")).isEqualTo("a\\u001b[2Jb\\r\\n");
    }

    @ParameterizedTest
    @CsvSource({
        "data, /w, /w/plans, ../data",
        "data/*.json, /w, /w/plans, ../data/*.json",
        "*.json, /w, /w/plans, ../*.json",
        "plans/x.duckdb, /w, /w/plans, x.duckdb",
        "plans, /w, /w/plans, .",
        "/abs/data, /w, /w/plans, /abs/data",
        "/abs/*.json, /w, /w/plans, /abs/*.json",
        "data, /w, /w, data"
    })
    void pathsOfAPlanStartAtItsFile(String path, String from, String to, String moved) {
        assertThat(PlanPlaces.moved(path, Path.of(from), Path.of(to))).isEqualTo(moved);
    }

    private static String printed(Function<Terminal, RowSink> format, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream talk = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        RowSink sink = format.apply(new Terminal(stream, talk, false, false));
        sink.columns(columns);
        rows.forEach(sink::row);
        sink.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
