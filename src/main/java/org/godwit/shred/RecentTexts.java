package org.godwit.shred;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that one column has had lately. Columns of names and states repeat few of them: one that is found again is
 * neither checked nor hashed nor kept twice. A column that hardly repeats itself is no longer looked after. Each text is
 * put into {@link #room} and then asked for. Not thread-safe; the texts may go to other threads.
 */
public final class RecentTexts {
    /** Longer ones are seldom repeated, and cost more to compare. */
    private static final int LONGEST = 64;
    private static final int SLOT_BITS = 9;
    /** After how many texts it is seen whether half of them were there. */
    private static final int TRIAL = 2_048;

    private final byte[] shared = new byte[LONGEST];
    private @Nullable Utf8Text @Nullable [] slots = new Utf8Text[1 << SLOT_BITS];
    /** The room if it is to become the text itself. */
    private byte @Nullable [] own;
    private int asked;
    private int found;

    /** Returns where the UTF-8 of the next text is to be put, from the start; it belongs to this object. */
    public byte[] room(int length) {
        own = slots == null || length > LONGEST ? new byte[length] : null;
        return own == null ? shared : own;
    }

    /**
     * Returns the text that was put into the room, or null if that is no UTF-8.
     *
     * @param length in bytes, as it was given for the room
     */
    public @Nullable Utf8Text text(int length) {
        Utf8Text[] texts = slots;
        if (texts == null || own != null) {
            return Utf8Text.of(own == null ? Arrays.copyOf(shared, length) : own);
        }
        int slot = slot(length);
        Utf8Text known = texts[slot];
        boolean same = known != null && Arrays.equals(known.bytes(), 0, known.bytes().length, shared, 0, length);
        judge(same);
        if (same) {
            return known;
        }
        Utf8Text text = Utf8Text.of(Arrays.copyOf(shared, length));
        if (text != null) {
            // Once it has been hashed nothing of it changes any more, whoever has it.
            text.hash();
            texts[slot] = text;
        }
        return text;
    }

    /** Returns the text that these bytes are, or null if they are no UTF-8. */
    public @Nullable Utf8Text text(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, room(length), 0, length);
        return text(length);
    }

    private int slot(int length) {
        long letters = length;
        if (length >= Long.BYTES) {
            letters += (long) Utf8.LONGS.get(shared, 0) * 31 ^ (long) Utf8.LONGS.get(shared, length - Long.BYTES);
        } else {
            for (int i = 0; i < length; i++) {
                letters = (letters << Byte.SIZE) | (shared[i] & 0xff);
            }
        }
        return (int) (LeafHash.mix(letters) >>> (Long.SIZE - SLOT_BITS));
    }

    private void judge(boolean same) {
        found += same ? 1 : 0;
        asked++;
        if (asked == TRIAL) {
            if (found < TRIAL / 2) {
                slots = null;
            }
            asked = 0;
            found = 0;
        }
    }
}
