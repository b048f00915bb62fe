package org.godwit.connector.spi;

import java.nio.file.Path;

/**
 * A file of a source.
 *
 * @param index its position in the order of documents, from 0
 * @param path where it is
 * @param name its name in reports and lineage: relative to the location, {@code /} between names
 * @param bytes its size when it was listed
 * @param modifiedMillis likewise
 */
public record SourceFile(int index, Path path, String name, long bytes, long modifiedMillis) {}
