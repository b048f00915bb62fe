package org.godwit.analysis.trace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a file of a source lies: recorded names are relative to the source's folder. */
final class SourcePlace {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private SourcePlace() {}

    /**
     * Returns the path of a file.
     *
     * @param base where a relative location starts
     * @param location the source as the plan names it: a file, a folder or a glob
     * @param file the name under which a document of it was recorded
     */
    static Path of(Path base, String location, String file) {
        Path whole = base.resolve(location).normalize();
        if (Files.isRegularFile(whole)) {
            return whole;
        }
        if (!Files.exists(whole) && GLOB.matcher(location).find()) {
            String literal = location.substring(0, location.lastIndexOf('/', firstGlob(location)) + 1);
            return base.resolve(literal).resolve(file).normalize();
        }
        return whole.resolve(file).normalize();
    }

    private static int firstGlob(String location) {
        var match = GLOB.matcher(location);
        return match.find() ? match.start() : location.length();
    }
}
