package org.godwit.shred;

/**
 * What a plan can ask of a source file: {@code file(path)}, {@code file(name)}, {@code file(stem)}, {@code file(folder)},
 * {@code file(table)}.
 *
 * @param path below the source's location, {@code /} between names
 * @param table the table whose rows these are; empty for documents
 */
public record SourceName(String path, String table) {
    /** A file of documents. */
    public SourceName(String path) {
        this(path, "");
    }

    String fact(String what) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        return switch (what) {
            case "name" -> name;
            case "stem" -> stem(name);
            case "folder" -> slash < 0 ? "" : path.substring(0, slash);
            case "table" -> table;
            default -> path;
        };
    }

    private static String stem(String name) {
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = plain.lastIndexOf('.');
        return dot <= 0 ? plain : plain.substring(0, dot);
    }
}
