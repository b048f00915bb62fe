package org.godwit.engine.profile;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Names of tables and columns that every target takes without quotes: lower-case ASCII words joined by {@code _}, no
 * reserved word of any of them. The same text always gives the same name.
 */
public final class SafeNames {
    private static final Set<String> RESERVED = Set.of(
            ("all alter analyse analyze and any anti array as asc asof asymmetric authorization between binary both by case cast check"
                    + " collate collation column columns concurrently condition constraint continue convert create cross cube current"
                    + " current_date current_time current_timestamp current_user cursor database databases declare default deferrable"
                    + " delayed delete desc describe distinct div do drop dual each else elseif end escape except exists exit explain"
                    + " false fetch float for force foreign freeze from full fulltext function generated glob grant group grouping"
                    + " groups having if ignore ilike in index infile initially inner inout insert int integer intersect interval into"
                    + " is isnull iterate join json_table key keys kill lambda lateral leading leave left like limit lines load"
                    + " localtime localtimestamp lock long loop map match maxvalue mod natural not notnull null numeric of offset on"
                    + " only option or order out outer outfile over overlaps partition pivot placing precision primary procedure purge"
                    + " qualify range rank read real recursive references regexp release rename repeat replace require restrict return"
                    + " returning revoke right rlike row rows schema schemas select semi session_user set show similar signal some"
                    + " sql struct summarize symmetric system table tablesample tables then to trailing transaction trigger true undo"
                    + " union unique unlock unpivot unsigned update usage use user using values variadic varying verbose view virtual"
                    + " when where while window with within without write xor zerofill")
                    .split(" "));

    private SafeNames() {}

    /** Returns the text as words of lower-case letters and digits joined by {@code _}; may be empty. */
    public static String words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(plain.length());
        boolean lower = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            if (upper && lower) {
                out.append('_');
            }
            lower = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (lower || upper) {
                out.append(upper ? (char) (c + 'a' - 'A') : c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !out.isEmpty() && out.charAt(out.length() - 1) != '_') {
                out.append('_');
            }
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '_') {
            end--;
        }
        return out.substring(0, end);
    }

    public static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Makes a name fit: starts with a letter, is no reserved word, is not too long (the end gives way to a hash of
     * the whole).
     *
     * @param words as of {@link #words}
     * @param suffix what is added to a reserved word
     * @param otherwise the name if there are no words
     */
    public static String fit(String words, String suffix, String otherwise, int maxLength) {
        String name = words.isEmpty() ? otherwise : words;
        if (Character.isDigit(name.charAt(0))) {
            name = "n" + name;
        }
        if (isReserved(name)) {
            name = name + suffix;
        }
        return shorten(name, maxLength);
    }

    /** Returns the name, or if it is too long its beginning and a hash of the whole. */
    public static String shorten(String name, int maxLength) {
        if (name.length() <= maxLength) {
            return name;
        }
        String hash = hash(name);
        return name.substring(0, maxLength - hash.length() - 1) + "_" + hash;
    }

    /** Returns eight hexadecimal digits that stand for a text. */
    public static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        return "%08x".formatted((int) (hash ^ (hash >>> 32)));
    }
}
