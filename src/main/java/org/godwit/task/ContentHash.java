package org.godwit.task;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;

/** Tells files by their bytes. Stateless. */
public final class ContentHash {
    private static final int BUFFER = 1 << 16;

    private ContentHash() {}

    /** Returns the SHA-256 of a file, as lower-case hex. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns the SHA-256 of what a file begins with, by length. The file is read once.
     *
     * @param lengths in bytes; those that are longer than the file are left out
     */
    public static Map<Long, String> ofBeginnings(Path file, SortedSet<Long> lengths, TaskContext context) throws IOException {
        Map<Long, String> found = new HashMap<>();
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (long length : lengths) {
                while (done < length) {
                    context.checkCancelled();
                    int n = in.read(buffer, 0, (int) Math.min(BUFFER, length - done));
                    if (n < 0) {
                        return found;
                    }
                    digest.update(buffer, 0, n);
                    done += n;
                }
                found.put(length, HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()));
            }
            return found;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a new digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
