package org.godwit.shred;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text as the UTF-8 bytes that it came in, for texts that only pass through: they are checked and hashed without being
 * decoded. Not thread-safe before its hash has been asked for once.
 */
public final class Utf8Text {
    private final byte[] bytes;
    private long hash;
    private boolean hashed;

    private Utf8Text(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the text of these bytes, or null if they are not UTF-8.
     *
     * @param bytes not changed from now on
     */
    public static @Nullable Utf8Text of(byte[] bytes) {
        return Utf8.firstInvalid(bytes, 0, bytes.length) < 0 ? new Utf8Text(bytes) : null;
    }

    /** Returns the bytes themselves; they are not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns whether the character U+0000 is in it, which not every target can hold. */
    public boolean hasNul() {
        return Utf8.indexOf(bytes, '\0', 0, bytes.length) >= 0;
    }

    /** Returns what {@link LeafHash#text} gives for the text. */
    long hash() {
        if (!hashed) {
            hash = LeafHash.utf8(this);
            hashed = true;
        }
        return hash;
    }

    /** Returns the text, decoded anew. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
