package org.godwit.model;

/** Tells the tables that Godwit keeps of its own beside those of people. */
public final class OwnTables {
    /** What their names start with. */
    public static final String PREFIX = "_godwit_";

    /** The file that tells of a folder that Godwit has written. */
    public static final String NOTE = PREFIX + "types.json";

    private OwnTables() {}

    /** Returns whether a table, or the file that holds it, is one of them. */
    public static boolean isOwn(String name) {
        return name.startsWith(PREFIX);
    }
}
