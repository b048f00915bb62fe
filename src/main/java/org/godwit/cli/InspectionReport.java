package org.godwit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.godwit.engine.text.Messages;
import org.godwit.model.CsvOptions;
import org.godwit.model.DatasetProfile;
import org.godwit.model.FileReport;
import org.godwit.model.Inspection;
import org.godwit.model.LeafCounts;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Problem;
import org.godwit.model.Step;
import org.godwit.model.TableInfo;

/** What {@code inspect} says, as text and as JSON. */
final class InspectionReport {
    private InspectionReport() {}

    static Map<String, Object> json(Inspection inspection, boolean paths) {
        Map<String, Object> files = new LinkedHashMap<>();
        inspection.statusCounts().forEach((status, count) -> files.put(word(status), count));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("locations", inspection.locations());
        json.put("files", files);
        json.put("documents", inspection.documents());
        json.put("bytes", inspection.bytes());
        json.put("leaves", leaves(inspection.leaves()));
        json.put("datasets", inspection.datasets().stream().map(d -> dataset(d, paths)).toList());
        json.put("problems", inspection.problems().stream().map(InspectionReport::problem).toList());
        json.put("seconds", inspection.seconds());
        return json;
    }

    static String text(Inspection inspection, boolean paths) {
        Map<FileReport.Status, Long> counts = inspection.statusCounts();
        List<String> statuses = new ArrayList<>();
        counts.forEach((status, count) -> {
            if (count > 0) {
                statuses.add(String.format(Locale.ROOT, "%,d %s", count, word(status)));
            }
        });
        StringBuilder text = new StringBuilder();
        text.append(Messages.get("cli.inspect.files", inspection.files().size(), String.join(", ", statuses)))
                .append('\n')
                .append(Messages.get("cli.inspect.documents", inspection.documents(), inspection.leaves().total(),
                        ProgressLine.bytes(inspection.bytes()), seconds(inspection.seconds())))
                .append('\n');
        if (!inspection.datasets().isEmpty()) {
            TextTable table = new TextTable("dataset", "documents", "for example");
            inspection.datasets().forEach(d -> table.row(d.name(), d.documents(), d.examples().isEmpty() ? "" : d.examples().getFirst()));
            text.append('\n').append(table.text(0));
        }
        if (paths) {
            inspection.datasets().forEach(d -> text.append('\n').append(pathTable(d).text(0)));
        }
        if (!inspection.problems().isEmpty()) {
            TextTable table = new TextTable("problem", "line", "column", "reason");
            inspection.problems().forEach(p -> table.row(p.file(), p.line(), p.column(), p.reason()));
            text.append('\n').append(table.text(0));
        }
        return text.toString();
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
    }

    private static String word(FileReport.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> leaves(LeafCounts leaves) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", leaves.total());
        json.put("string", leaves.string());
        json.put("number", leaves.number());
        json.put("boolean", leaves.bool());
        json.put("null", leaves.nulls());
        json.put("emptyObject", leaves.emptyObject());
        json.put("emptyArray", leaves.emptyArray());
        return json;
    }

    private static Map<String, Object> dataset(DatasetProfile dataset, boolean paths) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", dataset.name());
        json.put("documents", dataset.documents());
        json.put("examples", dataset.examples());
        json.put("has", dataset.match().has().stream().map(PathExpr::text).toList());
        json.put("lacks", dataset.match().lacks().stream().map(PathExpr::text).toList());
        TableInfo table = dataset.table();
        if (table != null) {
            json.put("table", table(table));
        }
        if (paths) {
            List<Map<String, Object>> list = new ArrayList<>();
            walk("$", dataset.root(), (path, profile) -> list.add(path(path, profile)));
            json.put("paths", list);
        }
        return json;
    }

    private static Map<String, Object> table(TableInfo table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", table.name());
        json.put("rows", table.rows());
        json.put("bytes", table.bytes());
        json.put("primaryKey", table.primaryKey());
        json.put("foreignKeys", table.foreignKeys().stream()
                .map(key -> Map.of("columns", key.columns(), "table", key.table(), "references", key.references()))
                .toList());
        json.put("indexes", table.indexes().stream().map(index -> Map.of("columns", index.columns(), "unique", index.unique())).toList());
        json.put("checks", table.checks().stream().map(TableInfo.Check::expression).toList());
        json.put("beside", table.beside());
        json.put("columns", table.columns().stream().map(InspectionReport::column).toList());
        CsvOptions reading = table.reading();
        if (reading != null) {
            json.put("reading", Map.of("delimiter", reading.delimiterText(), "header", Boolean.TRUE.equals(reading.header())));
        }
        return json;
    }

    private static Map<String, Object> column(TableInfo.Column column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", column.name());
        json.put("declared", column.declared());
        json.put("nullable", column.nullable());
        json.put("json", column.json() != TableInfo.Json.NONE);
        return json;
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", problem.file());
        json.put("line", problem.line());
        json.put("column", problem.column());
        json.put("offset", problem.offset());
        json.put("reason", problem.reason());
        json.put("excerpt", problem.excerpt());
        return json;
    }

    private static Map<String, Object> path(String path, PathProfile profile) {
        Map<String, Object> types = new LinkedHashMap<>();
        new java.util.TreeMap<>(profile.types()).forEach((type, count) -> types.put(type.name().toLowerCase(Locale.ROOT), count));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path);
        json.put("occurrences", profile.occurrences());
        json.put("types", types);
        json.put("distinct", profile.distinct());
        json.put("samples", profile.samples());
        PathProfile.KeysVerdict verdict = profile.keysAreData();
        if (verdict != null) {
            json.put("keysAreData", verdict.data());
            json.put("reason", verdict.reason());
        }
        return json;
    }

    private static TextTable pathTable(DatasetProfile dataset) {
        TextTable table = new TextTable(dataset.name(), "count", "types", "for example");
        walk("$", dataset.root(), (path, profile) -> {
            String types = String.join(", ", new java.util.TreeMap<>(profile.types())
                    .keySet().stream().map(t -> t.name().toLowerCase(Locale.ROOT)).toList());
            table.row(path, profile.occurrences(), types, profile.samples().isEmpty() ? "" : profile.samples().getFirst());
        });
        return table;
    }

    private static void walk(String path, PathProfile profile, java.util.function.BiConsumer<String, PathProfile> visitor) {
        visitor.accept(path, profile);
        for (PathProfile child : profile.children()) {
            walk(path + step(child.step()), child, visitor);
        }
    }

    private static String step(Step step) {
        return switch (step) {
            case Step.Key key -> key.name().matches("[A-Za-z_][A-Za-z_0-9]*") ? "." + key.name() : "['" + key.name().replace("'", "\\'") + "']";
            case Step.Elements elements -> "[*]";
            case Step.Entries entries -> ".*";
            case Step.Index index -> "[" + index.position() + "]";
        };
    }
}
