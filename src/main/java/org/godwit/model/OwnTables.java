package org.godwit.model;

/** Tells the tables that Godwit keeps of its own beside those of people. */
public final class OwnTables {
    /** What their names start with. */
    public static final String PREFIX = "_godwit_";

    private OwnTables() {}

    /** Returns whether a table, or the file that holds it, is one of them. */
    public static boolean isOwn(String name) {
        return name.startsWith(PREFIX);
    }
}
