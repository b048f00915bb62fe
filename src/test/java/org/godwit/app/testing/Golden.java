package org.godwit.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what is generated with the file kept in the project; {@code -Dtest.args=-Dgolden.update} writes it anew. */
public final class Golden {
    private Golden() {}

    public static void assertSame(Path file, String generated) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, generated);
        }
        assertThat(file).as("write it anew: mvn test -Dtest.args=-Dgolden.update").hasContent(generated);
    }
}
