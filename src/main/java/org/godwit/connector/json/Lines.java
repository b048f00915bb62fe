package org.godwit.connector.json;

import org.godwit.shred.JsonTape;
import org.godwit.shred.TapeReader;

/**
 * Tells texts with one document per line from texts that are one document. A text that is one value is one document,
 * whatever its lines; this looks at the others, and at beginnings of texts too long to be read whole.
 */
final class Lines {
    private static final int SAMPLED = 64;

    private final TapeReader reader;
    private final JsonTape tape = new JsonTape();

    Lines(TapeReader reader) {
        this.reader = reader;
    }

    /**
     * Returns whether this is a text of lines: its first line is a value and another line is one too, or, where the
     * first line is damaged, at least half of the lines are.
     *
     * @param from start of a line
     * @param to end of a line
     */
    boolean areLines(byte[] text, int from, int to) {
        int seen = 0;
        int good = 0;
        boolean firstIsGood = false;
        for (int start = from; start < to; ) {
            int end = Bytes.lineEnd(text, start, to);
            int first = Bytes.skipBlank(text, start, end);
            if (first < end) {
                boolean value = isValue(text, first, end);
                if (seen == 0) {
                    firstIsGood = value;
                    if (!value && isOpeningOnly(text, first, end)) {
                        return false;
                    }
                }
                good += value ? 1 : 0;
                seen++;
                if (firstIsGood && good == 2) {
                    return true;
                }
                if (!firstIsGood && seen == SAMPLED) {
                    break;
                }
            }
            start = end + 1;
        }
        return !firstIsGood && good > 0 && good * 2 >= seen;
    }

    private boolean isValue(byte[] text, int from, int to) {
        return reader.read(text, from, to, tape) == null && Bytes.skipBlank(text, reader.end(), to) == to;
    }

    /** A first line of brackets only is the beginning of one document that is written over several lines. */
    private static boolean isOpeningOnly(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("[{ \t\r".indexOf(text[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
