package org.godwit.connector.spi.folder;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives tables names of files that every file system takes, each its own. Used by one thread. */
final class FileNames {
    private static final String FORBIDDEN = "/\\:*?\"<>|%";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final int MAX_BYTES = 180;

    private final Set<String> taken = new HashSet<>();

    /** Returns the name of a table's file: its own as far as it can be, other characters as {@code %} and their number. */
    String of(String table, String suffix) {
        StringBuilder safe = new StringBuilder();
        table.codePoints().forEach(c -> {
            boolean first = safe.isEmpty();
            boolean plain = c >= ' ' && c != 0x7f && FORBIDDEN.indexOf(c) < 0 && !(first && (c == '.' || c == ' ')) && !Character.isISOControl(c);
            safe.append(plain && !isSurrogate(c) ? Character.toString(c) : "%" + String.format(Locale.ROOT, "%02X", c));
        });
        String stem = DEVICES.contains(safe.toString().toLowerCase(Locale.ROOT)) ? safe + "%" : safe.toString();
        while (stem.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        // Names that differ in capitals only are one name to some file systems.
        String name = stem + suffix;
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = stem + "%" + n + suffix;
        }
        return name;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
