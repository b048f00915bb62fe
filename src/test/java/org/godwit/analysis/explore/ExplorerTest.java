package org.godwit.analysis.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.godwit.duck.CatalogTable;
import org.godwit.duck.Leases;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.Session;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, orders, filters, figures and exports say what SQL over the same table says, whatever the names are. */
final class ExplorerTest {
    private static final String HOSTILE = "a \"b\"; DROP TABLE t; --";
    private static final int ROWS = 1_000;

    @TempDir
    private Path folder;

    private final Leases leases = new Leases();
    private final Explorer explorer = new Explorer(leases);
    private Path database = Path.of("");

    @BeforeEach
    void make() {
        database = folder.resolve("it's.duckdb");
        String quoted = "\"" + HOSTILE.replace("\"", "\"\"") + "\"";
        try (Session session = Session.open(database)) {
            session.execute("CREATE TABLE " + quoted + " AS SELECT i AS id, CASE WHEN i % 7 = 0 THEN NULL ELSE (i * 37) % 101 END AS " + quoted
                    + ", 'v' || i AS \"sel'ect\" FROM range(" + ROWS + ") AS r(i)");
            session.execute("DELETE FROM " + quoted + " WHERE id % 10 = 3");
            session.execute("CREATE TABLE hidden AS SELECT i AS rowid, -i AS n FROM range(5) AS r(i)");
            session.execute("CREATE VIEW v AS SELECT id FROM " + quoted);
            session.execute("CREATE TABLE whole AS SELECT i AS id FROM range(1000) AS r(i)");
            session.execute("CREATE TABLE long AS SELECT repeat('x', 5000) AS text, 170141183460469231731687303715884105727::HUGEINT AS big");
        }
    }

    @AfterEach
    void letGo() {
        leases.close();
    }

    private CatalogTable table(String name) {
        return explorer.table(database, name);
    }

    private List<List<String>> all(String name, List<Filter> filters, Optional<Sort> sort) {
        List<List<String>> all = new ArrayList<>();
        try (RowSource rows = explorer.rows(database, table(name), filters, sort, () -> false)) {
            for (long from = 0; from < rows.rows(); from += 97) {
                rows.page(from, 97, () -> false).forEach(row -> all.add(row.stream().map(Objects::toString).toList()));
            }
            assertThat(all).hasSize((int) rows.rows());
        }
        return all;
    }

    private List<List<String>> sql(String sql) {
        return explorer.query(database, sql, QueryLimits.ALL, () -> false).rows().stream()
                .map(row -> row.stream().map(Objects::toString).toList())
                .toList();
    }

    private static String from() {
        return " FROM \"" + HOSTILE.replace("\"", "\"\"") + "\"";
    }

    @Test
    void pagesGiveEveryRowOnceInTheOrderOfTheTable() {
        assertThat(all(HOSTILE, List.of(), Optional.empty())).hasSize(900).isEqualTo(sql("SELECT *" + from()));
    }

    @Test
    void pagesOfATableThatLostNoRowsAreRightEvenAfterItLostSome() {
        assertThat(all("whole", List.of(), Optional.empty())).isEqualTo(sql("SELECT * FROM whole"));
        try (RowSource rows = explorer.rows(database, table("whole"), List.of(), Optional.empty(), () -> false)) {
            assertThat(rows.page(990, 97, () -> false)).hasSize(10).last().isEqualTo(List.of("999"));
            leases.close();
            try (Session session = Session.open(database)) {
                session.execute("DELETE FROM whole WHERE id < 10 OR id = 500");
            }
            assertThat(rows.page(0, 1, () -> false)).containsExactly(List.of("10"));
            assertThat(rows.page(490, 1, () -> false)).containsExactly(List.of("501"));
        }
    }

    @Test
    void sortedPagesAreThoseOfSql() {
        String name = "\"" + HOSTILE.replace("\"", "\"\"") + "\"";
        assertThat(all(HOSTILE, List.of(), Optional.of(new Sort(HOSTILE, true))))
                .isEqualTo(sql("SELECT *" + from() + " ORDER BY " + name + " DESC NULLS LAST, rowid"));
        assertThat(all(HOSTILE, List.of(), Optional.of(new Sort("sel'ect", false)))).isEqualTo(sql("SELECT *" + from() + " ORDER BY 3, rowid"));
    }

    @Test
    void filtersLetThroughWhatTheySay() {
        String name = "\"" + HOSTILE.replace("\"", "\"\"") + "\"";
        RowSource.Column value = new RowSource.Column(HOSTILE, "BIGINT");
        RowSource.Column text = new RowSource.Column("sel'ect", "VARCHAR");
        assertFilter(new Filter(value, Filter.Kind.EQUALS, "37", ""), name + " = 37");
        assertFilter(new Filter(value, Filter.Kind.EQUALS, "37.0", ""), name + " = 37");
        assertFilter(new Filter(value, Filter.Kind.DIFFERS, "37", ""), name + " IS DISTINCT FROM 37");
        assertFilter(new Filter(value, Filter.Kind.RANGE, "10", "20"), name + " BETWEEN 10 AND 20");
        assertFilter(new Filter(value, Filter.Kind.RANGE, "", "20"), name + " <= 20");
        assertFilter(new Filter(value, Filter.Kind.IS_NULL, "", ""), name + " IS NULL");
        assertFilter(new Filter(value, Filter.Kind.NOT_NULL, "", ""), name + " IS NOT NULL");
        assertFilter(new Filter(text, Filter.Kind.CONTAINS, "V99", ""), "\"sel'ect\" LIKE '%v99%'");
        assertFilter(new Filter(text, Filter.Kind.EQUALS, "' OR true --", ""), "false");
    }

    private void assertFilter(Filter filter, String condition) {
        assertThat(all(HOSTILE, List.of(filter), Optional.empty())).as(condition).isEqualTo(sql("SELECT *" + from() + " WHERE " + condition + " ORDER BY rowid"));
    }

    @Test
    void viewsAndTablesWithAColumnCalledRowidCanBeSorted() {
        assertThat(all("v", List.of(), Optional.of(new Sort("id", true)))).hasSize(900).first().isEqualTo(List.of("999"));
        assertThat(all("hidden", List.of(), Optional.of(new Sort("n", false)))).first().isEqualTo(List.of("4", "-4"));
    }

    @Test
    void longTextsAreCutInPagesAndWholeWhenAskedFor() {
        try (RowSource rows = explorer.rows(database, table("long"), List.of(), Optional.empty(), () -> false)) {
            assertThat(rows.page(0, 1, () -> false).getFirst().getFirst()).hasSize(RowSource.LONGEST + 1);
            assertThat(rows.value(0, 0, () -> false)).hasSize(5000);
        }
    }

    @Test
    void figuresOfAColumnAreThoseOfSql() {
        ColumnProfile profile = explorer.profile(database, table(HOSTILE), List.of(), new RowSource.Column(HOSTILE, "BIGINT"), () -> false);
        assertThat(profile.rows()).isEqualTo(900);
        assertThat(Long.toString(profile.nulls())).isEqualTo(sql("SELECT count(*)" + from() + " WHERE \"" + HOSTILE.replace("\"", "\"\"") + "\" IS NULL").getFirst().getFirst());
        assertThat(profile.distinct()).isEqualTo(101);
        assertThat(profile.min()).contains("0");
        assertThat(profile.max()).contains("100");
        assertThat(profile.bars().stream().mapToLong(ColumnProfile.Bar::rows).sum()).isEqualTo(profile.rows() - profile.nulls());
    }

    @Test
    void exportsHoldEveryRowInEveryForm() throws IOException {
        String statement = "SELECT id, id AS id, big, text FROM long, (SELECT id" + from() + ")";
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("it's out." + format.ending());
            assertThat(explorer.export(database, statement, file, format, QueryLimits.ALL, () -> false)).isEqualTo(900);
            assertThat(read(file, format)).as(format.name()).isEqualTo(900);
        }
        assertThat(Files.readString(folder.resolve("it's out.json"))).contains("\"170141183460469231731687303715884105727\"");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    /** Returns how many rows a file has, read by DuckDB or, for Markdown, by its lines. */
    private long read(Path file, ExportFormat format) throws IOException {
        if (format == ExportFormat.MARKDOWN) {
            return Files.readAllLines(file).size() - 2L;
        }
        String name = "'" + file.toString().replace("'", "''") + "'";
        String reader = format == ExportFormat.CSV ? "read_csv(" + name + ")" : format == ExportFormat.JSON ? "read_json(" + name + ")" : "read_parquet(" + name + ")";
        try (Session session = Session.open(folder.resolve("other.duckdb"))) {
            return session.number("SELECT count(*) FROM " + reader);
        }
    }

    @Test
    void sqlOfPeopleNeitherWritesNorReachesFiles() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        Path out = folder.resolve("out.csv");
        for (String statement : List.of(
                "DROP TABLE long",
                "COPY long TO '" + out + "'",
                "ATTACH '" + folder.resolve("x.duckdb") + "'",
                "SELECT * FROM read_csv('" + secret + "')",
                "SELECT 1; DROP TABLE long",
                "SELECT 1) TO '" + out + "'; --")) {
            assertThatThrownBy(() -> sql(statement)).as(statement).isInstanceOf(GodwitException.class);
            Path target = folder.resolve("result.csv");
            assertThatThrownBy(() -> explorer.export(database, statement, target, ExportFormat.CSV, QueryLimits.ALL, () -> false))
                    .as("export of " + statement)
                    .isInstanceOf(GodwitException.class);
            assertThat(target).doesNotExist();
        }
        assertThat(out).doesNotExist();
        assertThat(sql("SELECT count(*) FROM long")).isEqualTo(List.of(List.of("1")));
    }
}
