package org.godwit.connector.csv;

/** Tells texts that are a number or a truth value beyond doubt: written as a machine would write them. Pure. */
final class Canonical {
    static final int TEXT = 0;
    static final int TRUTH = 1;
    static final int INTEGER = 2;
    static final int DECIMAL = 3;

    private Canonical() {}

    /**
     * Returns what a field is: not a number are {@code 007}, {@code +1}, {@code  12 }, {@code 1e3}, {@code 1,5}, {@code .5}
     * and {@code -0}, because as numbers they would come back otherwise.
     */
    static int of(byte[] bytes, int from, int to) {
        if (from == to) {
            return TEXT;
        }
        byte first = bytes[from];
        if (first == 't' || first == 'f') {
            return is("true", bytes, from, to) || is("false", bytes, from, to) ? TRUTH : TEXT;
        }
        return number(bytes, first == '-' ? from + 1 : from, to, first == '-');
    }

    private static boolean is(String word, byte[] bytes, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from, int to, boolean negative) {
        int at = digits(bytes, from, to);
        boolean leadingZero = at > from + 1 && bytes[from] == '0';
        if (at == from || leadingZero) {
            return TEXT;
        }
        int kind = INTEGER;
        if (at < to && bytes[at] == '.') {
            int point = at;
            at = digits(bytes, at + 1, to);
            if (at == point + 1) {
                return TEXT;
            }
            kind = DECIMAL;
        }
        return at == to && !(negative && isZero(bytes, from, to)) ? kind : TEXT;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != '0' && bytes[i] != '.') {
                return false;
            }
        }
        return true;
    }
}
