package org.godwit.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a local target tells of it.
 *
 * @param type of the target
 * @param path of the file or folder
 */
public record TargetName(String type, String path) {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry(".duckdb", "duckdb"), Map.entry(".ddb", "duckdb"), Map.entry(".db", "duckdb"), Map.entry(".sqlite", "sqlite"),
            Map.entry(".sqlite3", "sqlite"), Map.entry(".s3db", "sqlite"), Map.entry(".parquet", "parquet"), Map.entry(".csv", "csv"),
            Map.entry(".json", "json"), Map.entry(".ndjson", "json"), Map.entry(".jsonl", "json"));
    private static final Set<String> FOLDERS = Set.of("parquet", "csv", "json");

    /** Reads a file's name by its ending, a folder's by the format in front, as in {@code parquet:results}; empty for others. */
    public static Optional<TargetName> of(String location) {
        int colon = location.indexOf(':');
        if (colon > 0 && colon < location.length() - 1 && FOLDERS.contains(location.substring(0, colon))) {
            return Optional.of(new TargetName(location.substring(0, colon), location.substring(colon + 1)));
        }
        @Nullable String type = ENDINGS.get(ending(location));
        return type == null ? Optional.empty() : Optional.of(new TargetName(type, location));
    }

    /** Returns whether the ending is one that databases of several kinds have. */
    boolean isAmbiguous() {
        return ending(path).equals(".db");
    }

    private static String ending(String location) {
        String name = location.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) ? "" : name.substring(Math.max(dot, 0));
    }
}
