package org.godwit.connector.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.godwit.task.ContentHash;

/** Counts and hashes what is read through it. */
final class HashingStream extends FilterInputStream {
    private final MessageDigest digest = ContentHash.sha256();
    private long count;

    HashingStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** Reads what is left and returns the hash of everything, lower-case hex. */
    String finish() throws IOException {
        byte[] rest = new byte[1 << 14];
        while (read(rest, 0, rest.length) >= 0) {
            // Trailing bytes after a packed stream belong to the stored file too.
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            digest.update((byte) b);
            count++;
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            digest.update(buffer, offset, n);
            count += n;
        }
        return n;
    }
}
