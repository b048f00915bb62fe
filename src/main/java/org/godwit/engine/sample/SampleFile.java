package org.godwit.engine.sample;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file to be written.
 *
 * @param path below the sample's folder, with {@code /} between names
 */
record SampleFile(Shape shape, String path, Map<String, @Nullable Object> document) {}
