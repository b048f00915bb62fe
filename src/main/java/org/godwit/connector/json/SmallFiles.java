package org.godwit.connector.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import org.godwit.connector.spi.SourceFile;

/** Reads files whole into one buffer that is used again and again. Not thread-safe. */
final class SmallFiles {
    static final String CHANGED = "changed while it was read: nothing of it can be trusted; run again when nothing writes to it";

    private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private byte[] buffer = new byte[64 << 10];

    byte[] buffer() {
        return buffer;
    }

    /** Reads a file into the buffer and returns its length, or -1 if it is not as it was when it was listed. */
    int read(SourceFile file) throws IOException {
        int size = (int) file.bytes();
        if (buffer.length <= size) {
            buffer = new byte[Math.max(size + 1, buffer.length * 2)];
        }
        int filled = 0;
        try (SeekableByteChannel channel = Files.newByteChannel(file.path(), OPTIONS)) {
            ByteBuffer target = ByteBuffer.wrap(buffer, 0, size + 1);
            // The one byte more shows growth; a read that ends short of it is the end of the file.
            int n = channel.read(target);
            while (n > 0 && target.position() < size) {
                n = channel.read(target);
            }
            filled = target.position();
        }
        return filled == size && modified(file) == file.modifiedMillis() ? size : -1;
    }

    /** Forgets a buffer that one big file made big. */
    void shrink(int size) {
        if (buffer.length > size) {
            buffer = Arrays.copyOf(buffer, size);
        }
    }

    static long modified(SourceFile file) throws IOException {
        return Files.getLastModifiedTime(file.path(), LinkOption.NOFOLLOW_LINKS).toMillis();
    }
}
