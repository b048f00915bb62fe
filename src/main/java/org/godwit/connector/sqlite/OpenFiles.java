package org.godwit.connector.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * Which files this process has open, and on which road. Two copies of SQLite in one process know nothing of each
 * other, and on POSIX systems closing a file drops the locks that the whole process holds on it: so a file that is open
 * on one road is opened on no other, and its first bytes are read only while nobody has it open. Thread-safe.
 */
final class OpenFiles {
    private static final Map<Object, OpenFiles> OPEN = new HashMap<>();

    private final Road road;
    private final byte[] header;
    private int users;

    private OpenFiles(Road road, byte[] header) {
        this.road = road;
        this.header = header;
    }

    /** The use of a file. Closing it once ends the use. */
    static final class Use implements AutoCloseable {
        private final Object key;
        private final OpenFiles file;
        private final boolean first;
        private boolean ended;

        private Use(Object key, OpenFiles file, boolean first) {
            this.key = key;
            this.file = file;
            this.first = first;
        }

        Road road() {
            return file.road;
        }

        /** Returns whether nobody else had the file open. */
        boolean first() {
            return first;
        }

        /** Returns the file's first bytes, as they were when the first of its users came. */
        byte[] header() {
            return file.header.clone();
        }

        TextForm form() {
            return TextForm.of(file.header);
        }

        @Override
        public void close() {
            synchronized (OPEN) {
                if (!ended) {
                    ended = true;
                    if (--file.users == 0) {
                        OPEN.remove(key);
                    }
                }
            }
        }
    }

    /**
     * Begins the use of a file.
     *
     * @param wanted the road to take if nobody has it open
     */
    static Use use(Path file, Road wanted) throws IOException {
        Object inode = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        Object key = inode == null ? file.toRealPath() : inode;
        synchronized (OPEN) {
            OpenFiles known = OPEN.get(key);
            OpenFiles open = known == null ? new OpenFiles(wanted, SqliteFile.header(file)) : known;
            open.users++;
            OPEN.put(key, open);
            return new Use(key, open, known == null);
        }
    }
}
