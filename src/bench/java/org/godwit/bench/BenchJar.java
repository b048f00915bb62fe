package org.godwit.bench;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Jars with classes of this package. */
final class BenchJar {
    private BenchJar() {}

    /**
     * Adds classes to a jar.
     *
     * @param jar made if it is not there
     * @param classes the files of the classes, without {@code .class}
     * @return the jar
     */
    static Path add(Path jar, Places places, List<String> classes) throws IOException {
        Path compiled = places.project().resolve("target/test-classes");
        try (FileSystem content = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            for (String name : classes) {
                Path file = content.getPath("org/godwit/bench/" + name + ".class");
                Files.createDirectories(file.getParent());
                Files.copy(compiled.resolve(file.toString()), file);
            }
        }
        return jar;
    }
}
