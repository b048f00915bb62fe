package org.godwit.duck;

import java.util.Properties;

/**
 * How a shadow file is written.
 *
 * @param run the run's id, letters, digits, '-' and '_' only: it becomes part of a file name
 * @param memoryBytes what DuckDB may use, 0 for its default
 * @param threads DuckDB's threads, 0 for its default
 * @param estimatedBytes what the run will add, for the check of free space
 */
public record ShadowSettings(String run, long memoryBytes, int threads, long estimatedBytes) {
    public ShadowSettings {
        if (!run.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("a run's id has letters, digits, - and _ only: " + run);
        }
        if (memoryBytes < 0 || threads < 0 || estimatedBytes < 0) {
            throw new IllegalArgumentException("negative: " + memoryBytes + ", " + threads + ", " + estimatedBytes);
        }
    }

    Properties properties(String tempDirectory) {
        Properties properties = new Properties();
        if (memoryBytes > 0) {
            properties.setProperty("memory_limit", memoryBytes + "B");
        }
        if (threads > 0) {
            properties.setProperty("threads", Integer.toString(threads));
        }
        properties.setProperty("temp_directory", tempDirectory);
        properties.setProperty("preserve_insertion_order", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        // A shadow is thrown away after a crash: one checkpoint at the end is enough.
        properties.setProperty("checkpoint_threshold", "1GB");
        return properties;
    }
}
