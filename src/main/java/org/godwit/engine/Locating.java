package org.godwit.engine;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.engine.profile.Inspector;
import org.godwit.model.CsvOptions;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;

/** Turns what somebody names as source and target into those of a plan. */
final class Locating {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry(".duckdb", "duckdb"), Map.entry(".ddb", "duckdb"), Map.entry(".db", "duckdb"), Map.entry(".sqlite", "sqlite"),
            Map.entry(".sqlite3", "sqlite"), Map.entry(".s3db", "sqlite"), Map.entry(".parquet", "parquet"), Map.entry(".csv", "csv"),
            Map.entry(".json", "json"), Map.entry(".ndjson", "json"), Map.entry(".jsonl", "json"));
    private static final Set<String> FOLDERS = Set.of("parquet", "csv", "json");

    private final DocumentConnector connector;

    Locating(DocumentConnector connector) {
        this.connector = connector;
    }

    /**
     * Returns the target at a place: a file by its ending (an existing {@code .db} by its content), a server by its
     * address, a folder with its format in front, as in {@code parquet:results}.
     *
     * @throws GodwitException TARGET_UNSUPPORTED
     */
    Plan.Target target(String location) {
        Plan.Source known = connector.source("target", location);
        if (known.connection() != null) {
            return new Plan.Target(known.type(), known.path(), known.connection());
        }
        int colon = location.indexOf(':');
        if (colon > 0 && FOLDERS.contains(location.substring(0, colon))) {
            return new Plan.Target(location.substring(0, colon), location.substring(colon + 1));
        }
        String name = location.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String ending = dot < Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) ? "" : name.substring(dot);
        String type = ENDINGS.get(ending);
        if (type == null) {
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, location);
        }
        return new Plan.Target(ending.equals(".db") && isFile(location) ? known.type().replace("json", "duckdb") : type, location);
    }

    private static boolean isFile(String location) {
        try {
            return Files.isRegularFile(Path.of(location));
        } catch (InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.LOCATION_UNKNOWN, location);
        }
    }

    /** Returns the sources at places; the verdicts on columns of their tables are those of the inspection. */
    List<Plan.Source> sources(List<String> locations, Inspection inspection, CsvOptions csv) {
        Map<String, TableInfo.Json> json = new LinkedHashMap<>();
        inspection.datasets().forEach(dataset -> {
            TableInfo table = dataset.table();
            if (table != null) {
                table.columns().stream()
                        .filter(column -> column.json() != TableInfo.Json.NONE)
                        .forEach(column -> json.put(table.name() + "." + column.name(), column.json()));
            }
        });
        List<Plan.Source> sources = new ArrayList<>();
        for (Plan.Source source : Inspector.sources(connector, locations, csv)) {
            boolean tables = !source.type().equals(connector.type());
            sources.add(tables
                    ? new Plan.Source(source.name(), source.type(), source.path(), source.include(), source.connection(), json, source.options())
                    : source);
        }
        return sources;
    }

    /** Returns the plan with the sources and the target at these places. */
    Plan located(Plan plan, List<String> locations, String target, Inspection inspection, CsvOptions csv) {
        return plan.between(sources(locations, inspection, csv), target(target));
    }
}
