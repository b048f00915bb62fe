package org.godwit.engine.profile;

import java.util.EnumMap;
import java.util.Map;
import org.godwit.model.DateForm;
import org.godwit.model.PathProfile;
import org.godwit.shred.DateForms;

/** What all strings at a path have in common. Not thread-safe. */
final class Strings {
    private static final int MAX_BOUND = 100;
    private static final int DATE = 0;
    private static final int COMPACT = 1;
    private static final int SPACE = 2;
    private static final int ISO = 3;
    private static final int ISO_UTC = 4;
    private static final int ISO_MILLIS = 5;
    private static final int ISO_MILLIS_UTC = 6;
    private static final DateForm[] FORMS = {
        DateForm.DATE, DateForm.COMPACT, DateForm.SPACE, DateForm.ISO, DateForm.ISO_UTC, DateForm.ISO_MILLIS, DateForm.ISO_MILLIS_UTC
    };

    private int longest;
    private final long[] forms = new long[FORMS.length];
    private long numeric;
    private String min;
    private String max;

    Strings(String first) {
        min = cut(first);
        max = min;
    }

    void add(String text) {
        int length = text.length();
        if (length > longest) {
            longest = length;
        }
        if (length > 0) {
            char first = text.charAt(0);
            if (first >= '0' && first <= '9') {
                addDigits(text);
            } else if (first == '-' || first == '+' || first == '.') {
                numeric += looksNumeric(text) ? 1 : 0;
            }
        }
        bound(text);
    }

    private void addDigits(String text) {
        switch (text.length()) {
            case 10 -> count(DATE, text);
            case 15 -> count(COMPACT, text);
            case 19, 26 -> count(text.charAt(10) == ' ' ? SPACE : ISO, text);
            case 20, 27 -> count(ISO_UTC, text);
            case 23 -> count(ISO_MILLIS, text);
            case 24 -> count(ISO_MILLIS_UTC, text);
            default -> {
                // no form has this length
            }
        }
        numeric += looksNumeric(text) ? 1 : 0;
    }

    private void count(int form, String text) {
        if (DateForms.reads(FORMS[form], text)) {
            forms[form]++;
        }
    }

    /** Digits with at most one point and an exponent; a sign first. */
    static boolean looksNumeric(String text) {
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return false;
        }
        return at == text.length() || ((text.charAt(at) | 0x20) == 'e' && isExponent(text, at + 1));
    }

    private static boolean isExponent(String text, int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        for (; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private void bound(String text) {
        if (compare(text, min) < 0) {
            min = cut(text);
        } else if (compare(text, max) > 0) {
            max = cut(text);
        }
    }

    /** By code points; differs from String's own order for characters beyond the basic plane only. */
    private static int compare(String a, String b) {
        int end = Math.min(Math.min(a.length(), b.length()), MAX_BOUND);
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return x >= 0xD800 && y >= 0xD800 ? rank(x) - rank(y) : x - y;
            }
        }
        return Math.min(a.length(), MAX_BOUND) - Math.min(b.length(), MAX_BOUND);
    }

    /** Surrogates stand for code points above all others. */
    private static int rank(char c) {
        return c >= 0xE000 ? c - 0x800 : c + 0x2000;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_BOUND) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_BOUND - 1)) ? MAX_BOUND - 1 : MAX_BOUND);
    }

    void merge(Strings other) {
        longest = Math.max(longest, other.longest);
        numeric += other.numeric;
        for (int i = 0; i < forms.length; i++) {
            forms[i] += other.forms[i];
        }
        min = compare(other.min, min) < 0 ? other.min : min;
        max = compare(other.max, max) > 0 ? other.max : max;
    }

    PathProfile.StringFacts facts() {
        Map<DateForm, Long> seen = new EnumMap<>(DateForm.class);
        for (int i = 0; i < FORMS.length; i++) {
            if (forms[i] > 0) {
                seen.put(FORMS[i], forms[i]);
            }
        }
        return new PathProfile.StringFacts(longest, seen, numeric, min, max);
    }
}
