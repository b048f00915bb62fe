package org.godwit.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A document or row, read again as its source has it now.
 *
 * @param json the whole of it
 * @param file the file whose bytes tell whether it was changed since; none for a row of a database
 */
public record Reread(String json, Optional<Path> file) {}
