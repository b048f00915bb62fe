package org.godwit.engine;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.model.CsvOptions;
import org.godwit.model.DataType;
import org.godwit.model.DatasetProfile;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;

/** Turns what somebody names as source and target into those of a plan. */
final class Locating {
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
        TargetName name = TargetName.of(location).orElseThrow(() -> new GodwitException(ErrorCode.TARGET_UNSUPPORTED, location));
        String type = name.isAmbiguous() && isFile(location) ? known.type().replace("json", "duckdb") : name.type();
        return new Plan.Target(type, name.path());
    }

    private static boolean isFile(String location) {
        try {
            return Files.isRegularFile(Path.of(location));
        } catch (InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.LOCATION_UNKNOWN, location);
        }
    }

    /** Returns sources with the verdicts on columns of their tables that the inspection came to. */
    private List<Plan.Source> judged(List<Plan.Source> found, Inspection inspection) {
        Map<String, TableInfo.Json> json = new LinkedHashMap<>();
        Map<String, CsvOptions.Values> types = new LinkedHashMap<>();
        for (DatasetProfile dataset : inspection.datasets()) {
            TableInfo table = dataset.table();
            if (table != null) {
                table.columns().stream()
                        .filter(column -> column.json() != TableInfo.Json.NONE)
                        .forEach(column -> json.put(table.name() + "." + column.name(), column.json()));
                if (table.reading() != null && table.reading().types() == null) {
                    types(table, types);
                }
            }
        }
        // A recipe that tells rows by their columns names no tables: the content tells what these hold, as when they were inspected.
        boolean named = inspection.datasets().stream().noneMatch(dataset -> dataset.known() && dataset.match().table().isEmpty());
        List<Plan.Source> sources = new ArrayList<>();
        for (Plan.Source source : found) {
            boolean tables = !source.type().equals(connector.type());
            CsvOptions reading = named && source.type().equals(CsvOptions.TYPE) ? source.options().withTypes(types) : source.options();
            sources.add(tables
                    ? new Plan.Source(source.name(), source.type(), source.path(), source.include(), source.connection(), json, reading)
                    : source);
        }
        return sources;
    }

    /** Adds the columns whose fields are no texts. */
    private static void types(TableInfo table, Map<String, CsvOptions.Values> types) {
        for (TableInfo.Column column : table.columns()) {
            DataType type = column.type();
            if (type != null && type.kind() != DataType.Kind.VARCHAR) {
                types.put(table.name() + "." + column.name(), type.kind() == DataType.Kind.BOOLEAN ? CsvOptions.Values.BOOLEAN : CsvOptions.Values.NUMBER);
            }
        }
    }

    /** Returns the plan with these sources and the target at this place. */
    Plan located(Plan plan, List<Plan.Source> sources, String target, Inspection inspection) {
        return plan.between(judged(sources, inspection), target(target));
    }
}
