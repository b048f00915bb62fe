package org.godwit.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.godwit.model.DataType;
import org.godwit.model.RowCheck;
import org.godwit.model.TableInfo.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "DUCKDB | ((a > 0) AND (b IN (1, 2))) | a > 0 AND b IN (1, 2)",
            "DUCKDB | (s ~~ 'x%') | s LIKE 'x%'",
            "DUCKDB | (\"we ird\" != -1.50) | \"we ird\" <> -1.5",
            "DUCKDB | d >= CAST('2020-01-01' AS DATE) | d >= DATE '2020-01-01'",
            "DUCKDB | \"order\" = 1 /* first */ -- second | \"order\" = 1",
            "POSTGRESQL | ((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) | s IN ('a', 'b')",
            "POSTGRESQL | ((s)::text <> ALL (ARRAY['a'::text, 'b'::text])) | s NOT IN ('a', 'b')",
            "POSTGRESQL | (n = ANY (ARRAY[1, '-2'::integer])) | n IN (1, -2)",
            "POSTGRESQL | (n > ('-0.5'::numeric)) | n > -0.5",
            "POSTGRESQL | (x >= (0)::double precision) | x >= 0",
            "POSTGRESQL | (length((s)::text) > 3) | length(s) > 3",
            "POSTGRESQL | (d < '2020-01-01 10:00:00'::timestamp without time zone) | d < TIMESTAMP '2020-01-01 10:00:00'",
            "POSTGRESQL | (NOT (flag AND (n IS NULL))) | NOT (flag AND n IS NULL)",
            "POSTGRESQL | ((s)::text !~~ '%@%'::text) | s NOT LIKE '%@%'",
            "MARIADB | `n` > 0 and `s` <> '' or `we``ird` is not null | (n > 0 AND s <> '') OR \"we`ird\" IS NOT NULL",
            "MARIADB | `n` between 1 and 5 | n >= 1 AND n <= 5",
            "MARIADB | char_length(`s`) <= 10 | length(s) <= 10",
            "SQLITE | n==1 AND \"s\" NOTNULL AND n NOT IN(2,3) | n = 1 AND s IS NOT NULL AND n NOT IN (2, 3)",
            "SQLITE | s LIKE '%@%.%' | s LIKE '%@%.%'",
            "SQLITE | 1e3 > n | 1000 > n"})
    void readsWhatMeansTheSameEverywhere(Dialect dialect, String expression, String text) {
        assertThat(CheckReader.of(dialect, expression, (column, type) -> true).map(CheckText::text)).contains(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "SQLITE | s LIKE 'x%'", "SQLITE | s GLOB 'x*'", "SQLITE | typeof(n) = 'integer'", "SQLITE | n = 0x10", "SQLITE | [n] > 0", "SQLITE | s COLLATE NOCASE = 'x'",
            "SQLITE | char_length(s) > 1", "SQLITE | n IN (SELECT 1)", "SQLITE | n IS NOT 5",
            "MARIADB | length(`s`) > 3", "MARIADB | `s` = 'a\\\\b'", "MARIADB | `s` regexp 'x'", "MARIADB | `n` xor `m`",
            "POSTGRESQL | (c = 'a'::bpchar)", "POSTGRESQL | (s ~ '^x'::text)", "POSTGRESQL | ((u)::uuid = 'x')", "POSTGRESQL | (n > (0.5)::integer)",
            "POSTGRESQL | ((s)::citext = 'a'::citext)",
            "POSTGRESQL | (x > (0.1)::real)", "POSTGRESQL | (d > now())",
            "DUCKDB | n + 1 > 2", "DUCKDB | n / 2 = 1", "DUCKDB | lower(s) = 'x'", "DUCKDB | n > 0 GROUP BY n", "DUCKDB | n > 0; DROP TABLE t", "DUCKDB | n > 0) OR (n < 0",
            "DUCKDB | n > CAST(0.12345 AS DECIMAL)", "DUCKDB | n = NULL", "DUCKDB | s LIKE 'x\\\\%'", "DUCKDB | s ILIKE 'x'", "DUCKDB | t.n > 0", "DUCKDB | n > 0 UNION SELECT 1",
            "DUCKDB | CASE WHEN n > 0 THEN true END", "DUCKDB | n > ?", "DUCKDB | n IS DISTINCT FROM 1", "DUCKDB | (n > 0) = (m > 0)", "DUCKDB | count(*) > 0"})
    void leavesAloneWhatDoesNot(Dialect dialect, String expression) {
        assertThat(CheckReader.of(dialect, expression, (column, type) -> type.equals("text")).map(CheckText::text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "n >", "\0", "n > '\ud800'", "'", "SELECT 1", "))))"})
    void takesNoHarmFromWhatIsNoCondition(String expression) {
        assertThat(CheckReader.ofPlan(expression)).isEmpty();
    }

    @Test
    void takesNoHarmFromDepth() {
        for (int depth : new int[] {300, 900, 1_800}) {
            assertThat(CheckReader.ofPlan("(".repeat(depth) + "n > 0" + ")".repeat(depth))).satisfiesAnyOf(
                    read -> assertThat(read).isEmpty(), read -> assertThat(read.map(CheckText::text)).contains("n > 0"));
        }
        assertThat(CheckReader.ofPlan("NOT ".repeat(900) + "n > 0")).isEmpty();
        assertThat(CheckReader.ofPlan("n > 0" + " AND n > 0".repeat(1_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "n > 'a' | another kind", "s > 5 | order of its own", "s = 5 | another kind", "s > 'a' | order of its own", "s = n | different kinds", "x = n | different kinds",
            "f > TRUE | order of its own", "f = 2 | another kind", "n | truth values", "j IS NULL | not compared", "v = 'a' | not compared", "d > 'soon' | another kind",
            "n LIKE 'x' | does not hold texts", "length(n) > 1 | does not hold texts", "q > 1 | no column q", "1 = 1 | no column", "x > 12345678901234567 | more digits",
            "loose = 'a' | to the letter", "loose LIKE 'a%' | to the letter"})
    void tellsWhatDoesNotFitTheColumns(String text, String reason) {
        assertThat(fit(text).check()).isNull();
        assertThat(fit(text).reason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "f = 1 | f = TRUE", "f IN (0, 1) | f IN (FALSE, TRUE)", "d >= '2020-02-29' | d >= DATE '2020-02-29'", "m > '2020-02-29' | m > TIMESTAMP '2020-02-29 00:00:00'",
            "m = DATE '2020-01-01' | m = TIMESTAMP '2020-01-01 00:00:00'", "length(loose) > 1 | length(loose) > 1", "loose IS NOT NULL | loose IS NOT NULL", "n >= c | n >= c"})
    void givesValuesTheKindOfTheColumn(String text, String fitted) {
        assertThat(fit(text).reason()).isEmpty();
        assertThat(CheckText.text(java.util.Objects.requireNonNull(fit(text).check()))).isEqualTo(fitted);
    }

    private static CheckFit.Fitted fit(String text) {
        Map<String, DataType> types = Map.of(
                "n", DataType.BIGINT, "c", DataType.parse("DECIMAL(9,2)"), "x", DataType.DOUBLE, "s", DataType.VARCHAR, "f", DataType.BOOLEAN, "d", DataType.DATE,
                "m", DataType.TIMESTAMP, "j", DataType.JSON, "v", DataType.BLOB, "loose", DataType.VARCHAR);
        return CheckFit.of(CheckReader.ofPlan(text).orElseThrow(), types, Set.of("loose"));
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll("checks") RowCheck check) {
        String text = CheckText.text(check);

        RowCheck read = CheckReader.ofPlan(text).orElseThrow(() -> new AssertionError(text));

        // Lists within lists of the same word, and two NOTs, have become one.
        assertThat(read.columns()).isEqualTo(check.columns());
        assertThat(CheckReader.ofPlan(CheckText.text(read))).contains(read);
    }

    @Provide
    Arbitrary<RowCheck> checks() {
        Arbitrary<String> names = Arbitraries.of("n", "order", "we \"ird`", "Größe", "NULL", "ende'");
        Arbitrary<RowCheck.Literal> literals = Arbitraries.oneOf(
                Arbitraries.bigDecimals().between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000)).ofScale(3)
                        .map(number -> new RowCheck.Num(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros())),
                Arbitraries.strings().withChars("ab'\"`%é€[ ").ofMaxLength(5).map(RowCheck.Text::new), Arbitraries.of(true, false).map(RowCheck.Bool::new),
                Arbitraries.integers().between(0, 20_000).map(day -> new RowCheck.Day(LocalDate.ofEpochDay(day))));
        Arbitrary<RowCheck.Term> terms = Arbitraries.oneOf(names.map(RowCheck.Column::new), names.map(RowCheck.Length::new));
        Arbitrary<RowCheck> simple = Arbitraries.oneOf(
                Combinators.combine(terms, Arbitraries.of(RowCheck.Operator.values()), literals).as(RowCheck.Compare::new),
                Combinators.combine(terms, literals.list().ofMinSize(1).ofMaxSize(3)).as(RowCheck.In::new),
                Combinators.combine(names, Arbitraries.strings().withChars("ab%_'").ofMaxLength(4)).as(RowCheck.Like::new),
                names.map(RowCheck.IsNull::new), names.map(RowCheck.Truth::new));
        return Arbitraries.recursive(() -> simple, inner -> Arbitraries.oneOf(
                inner.map(RowCheck.Not::new), inner.list().ofMinSize(2).ofMaxSize(3).map(RowCheck.And::new), inner.list().ofMinSize(2).ofMaxSize(3).map(RowCheck.Or::new)), 0, 3);
    }
}
