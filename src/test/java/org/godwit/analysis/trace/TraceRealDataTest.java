package org.godwit.analysis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.godwit.connector.json.JsonConnector;
import org.godwit.duck.CatalogTable;
import org.godwit.duck.Leases;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.duck.Sql;
import org.godwit.duck.TargetCatalog;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cells of a database made of real results, traced back to their files: what stands there is what the cell says. */
final class TraceRealDataTest {
    private static final int CELLS = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    /** A cell and what the database says in it. */
    private record Cell(Place place, String value) {}

    @Test
    void findsInTheFileWhatTheCellSays() throws IOException {
        Path target = migrate(results());
        try (Leases leases = new Leases()) {
            List<Cell> cells = cells(target, leases);
            Tracer tracer = new Tracer(leases, run -> Optional.empty(), (plan, base, file, position, context) -> Optional.empty());
            Map<String, Integer> kinds = new TreeMap<>();
            for (Cell cell : cells) {
                Trace trace = tracer.trace(cell.place(), new TaskContext());
                assertThat(trace.source().state()).as("%s", cell).isEqualTo(Trace.State.SAME);
                check(cell, trace);
                kinds.merge(trace.mapping().getClass().getSimpleName(), 1, Integer::sum);
            }
            assertThat(kinds.get("Copied")).as("%s", kinds).isGreaterThan(CELLS / 2);
        }
    }

    private static void check(Cell cell, Trace trace) throws IOException {
        for (Trace.Spot spot : trace.spots()) {
            assertStandsThere(trace, spot);
        }
        String value = trace.spot().map(Trace.Spot::value).orElse("");
        switch (trace.mapping()) {
            case Mapping.Copied(String path, List<String> transforms) -> {
                if (transforms.isEmpty()) {
                    assertSame(cell, value);
                } else if (transforms.equals(List.of("parse_timestamp"))) {
                    assertThat(digits(cell.value())).as("%s: %s", cell, value).startsWith(digits(value).substring(0, 14));
                }
            }
            case Mapping.Key(String path) -> assertSame(cell, value);
            case Mapping.Position(String path) -> assertThat(trace.spot().orElseThrow().pointer()).endsWith("/" + cell.value());
            case Mapping.Rest(String path) -> assertWithin(JSON.readTree(cell.value()), JSON.readTree(value), cell.toString());
            case Mapping.Absent(List<String> paths, String standard) -> assertThat(standard).as("%s", cell).isEqualTo(cell.value());
            case Mapping.Constant(String constant) -> assertThat(cell.value()).isEqualTo(constant);
            case Mapping.Reference reference -> assertThat(trace.spots()).as("%s", cell).isNotEmpty();
            case Mapping.Parent parent -> assertThat(trace.spots()).as("%s", cell).isNotEmpty();
            case Mapping.Computed computed -> assertThat(trace.spots()).as("%s", cell).isNotEmpty();
            case Mapping.FileFact fact -> assertThat(trace.source().name()).contains(cell.value());
            case Mapping.Generated generated -> assertThat(Long.parseLong(cell.value())).isPositive();
            case Mapping.Unset unset -> assertThat(cell.value()).as("%s", cell).isEmpty();
            case Mapping.Row row -> throw new AssertionError("a column was asked for");
            case Mapping.Lineage lineage -> throw new AssertionError("no lineage was asked for");
        }
    }

    /** The bytes at the place, found by counting them anew, are the value; line and column lead to the same place. */
    private static void assertStandsThere(Trace trace, Trace.Spot spot) throws IOException {
        byte[] bytes = Files.readAllBytes(trace.source().path());
        byte[] value = spot.value().getBytes(StandardCharsets.UTF_8);
        int offset = (int) spot.offset();
        assertThat(new String(bytes, offset, value.length, StandardCharsets.UTF_8)).isEqualTo(spot.value());
        String before = new String(bytes, 0, offset, StandardCharsets.UTF_8);
        assertThat(before.chars().filter(c -> c == '\n').count() + 1).isEqualTo(spot.line());
        assertThat(before.length() - before.lastIndexOf('\n')).isEqualTo((int) spot.column());
        JsonNode node = JSON.readTree(bytes).at(spot.pointer());
        assertThat(node.isMissingNode()).as(spot.pointer()).isFalse();
    }

    private static void assertSame(Cell cell, String literal) {
        JsonNode value = JSON.readTree(literal);
        String as = cell + " but the file says " + literal;
        if (value.isNull()) {
            assertThat(cell.value()).as(as).isEmpty();
        } else if (value.isNumber()) {
            assertThat(new BigDecimal(cell.value())).as(as).isEqualByComparingTo(new BigDecimal(literal));
        } else if (value.isContainer()) {
            assertThat(JSON.readTree(cell.value())).as(as).isEqualTo(value);
        } else if (value.isString() && cell.value().matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*")) {
            assertThat(digits(cell.value())).as(as).startsWith(digits(value.asString()).substring(0, 14));
        } else {
            assertThat(cell.value()).as(as).isEqualTo(value.asString());
        }
    }

    private static void assertWithin(JsonNode part, JsonNode whole, String as) {
        if (part.isObject()) {
            part.properties().forEach(entry -> assertWithin(entry.getValue(), whole.path(entry.getKey()), as));
        } else if (!part.isArray()) {
            assertThat(whole).as(as).isEqualTo(part);
        }
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private List<Cell> cells(Path target, Leases leases) {
        Random random = new Random(42);
        List<CatalogTable> tables = new TargetCatalog(leases.of(target)).tables().stream()
                .filter(table -> !table.isSystem() && !table.view() && table.rows().orElse(0) > 0)
                .toList();
        List<Cell> cells = new ArrayList<>();
        while (cells.size() < CELLS) {
            CatalogTable table = tables.get(random.nextInt(tables.size()));
            List<QueryResult.Column> columns = table.columns().stream().filter(column -> !column.name().startsWith("_")).toList();
            QueryResult.Column column = columns.get(random.nextInt(columns.size()));
            String sql = "SELECT _doc, _at, _feed, " + Sql.name(column.name()) + " FROM " + Sql.name(table.name()) + " LIMIT 1 OFFSET "
                    + random.nextLong(table.rows().orElseThrow());
            List<Object> row = Query.rows(leases.of(target), sql, QueryLimits.ALL, () -> false).rows().getFirst();
            Place place = new Place(target, table.name(), (long) row.get(0), (String) row.get(1), Math.toIntExact((long) row.get(2)), column.name());
            cells.add(new Cell(place, Objects.toString(row.get(3), "")));
        }
        return cells;
    }

    private Path migrate(Path source) {
        Workbench workbench = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home")));
        Path target = folder.resolve("out.duckdb");
        Plan plan = workbench.inspectAndPropose(List.of(source.toString()), target.toString(), Optional.of("benchmark-results"), new TaskContext()).plan();
        workbench.run(plan, folder, RunOptions.usual(), new TaskContext());
        return target;
    }

    private static Path results() {
        return Stream.iterate(Path.of(System.getProperty("user.dir")).toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared").resolve("data").resolve("benchmark-results"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("the real data folder shared/data is not here"));
    }
}
