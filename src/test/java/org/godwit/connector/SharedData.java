package org.godwit.connector;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Real files beside the project; tests that need them are skipped where there are none. */
public final class SharedData {
    private SharedData() {}

    /** Returns a file or folder below {@code shared/data}, found by walking up. */
    public static Path path(String name) {
        Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("shared/data").resolve(name))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "there is no shared/data/" + name + " beside the project: skipped");
        return Objects.requireNonNull(folder).resolve("shared/data").resolve(name);
    }
}
