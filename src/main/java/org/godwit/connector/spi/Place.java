package org.godwit.connector.spi;

import java.nio.file.Path;
import org.godwit.model.Connection;

/** Where a source or a target is. */
public sealed interface Place {
    /** Returns the place as people name it; holds no secret. */
    String text();

    /** A file, a folder, or a glob. */
    record Files(Path path) implements Place {
        @Override
        public String text() {
            return path.toString();
        }

        /** Returns the name of the file or folder itself, however the way there was written. */
        public String name() {
            return String.valueOf(path.toAbsolutePath().normalize().getFileName());
        }
    }

    /** A database on a server. */
    record Server(Connection connection) implements Place {
        @Override
        public String text() {
            return connection.text();
        }
    }
}
