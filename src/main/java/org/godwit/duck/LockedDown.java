package org.godwit.duck;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/** Opens what strangers wrote: for reading only, and nothing else can be reached from there. */
final class LockedDown {
    private static final String MEMORY = "1GB";
    private static final String SPILL = "4GB";

    private LockedDown() {}

    /**
     * Opens a database file: no other file, no extension, no setting can be reached from it.
     *
     * @param spill a folder that does not exist yet, for what does not fit into memory
     */
    static DuckDBConnection database(Path file, Path spill) throws SQLException {
        Properties properties = properties(spill);
        properties.setProperty("access_mode", "READ_ONLY");
        DuckDBConnection opened = Connections.open(file, properties);
        lock(opened, List.of());
        return opened;
    }

    /** Opens a database in memory, from which only the given files can be reached. */
    static DuckDBConnection memory(List<Path> files, Path spill) throws SQLException {
        DuckDBConnection opened = Connections.open(Path.of(""), properties(spill));
        lock(opened, files);
        return opened;
    }

    /** Returns the settings with which every such database is opened. */
    static Properties properties() {
        Properties properties = new Properties();
        // Not shared by path: after the file was replaced, the same path must open the new one.
        properties.setProperty("jdbc_instance_cache", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_persistent_secrets", "false");
        return properties;
    }

    private static Properties properties(Path spill) {
        Properties properties = properties();
        properties.setProperty("memory_limit", MEMORY);
        // Before external access ends: afterwards it cannot be set.
        properties.setProperty("temp_directory", spill.toString());
        properties.setProperty("max_temp_directory_size", SPILL);
        return properties;
    }

    /** Ends what can be reached from an open database, but for these files; closes it if that fails. */
    static void lock(DuckDBConnection opened, List<Path> files) throws SQLException {
        boolean locked = false;
        try {
            if (!files.isEmpty()) {
                // The files, and what they are called where they are read.
                String list = files.stream().flatMap(f -> Stream.of(f.toString(), Sql.pattern(f))).distinct().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
                Connections.execute(opened, "SET allowed_paths = " + list);
            }
            Connections.execute(opened, "SET enable_external_access = false");
            Connections.execute(opened, "SET lock_configuration = true");
            locked = true;
        } finally {
            if (!locked) {
                opened.close();
            }
        }
    }
}
