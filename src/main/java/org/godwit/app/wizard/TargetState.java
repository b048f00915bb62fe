package org.godwit.app.wizard;

/** What stands at the place where the database is to be. */
enum TargetState {
    /** Nobody has looked yet. */
    UNKNOWN("app.target.unknown", false),
    EMPTY("app.target.empty", false),
    INVALID("app.target.invalid", false),
    NEW("app.target.new", true),
    EXISTS("app.target.exists", true),
    IS_FOLDER("app.target.folder", false),
    NO_FOLDER("app.target.nofolder", false),
    READ_ONLY("app.target.readonly", false);

    private final String key;
    private final boolean usable;

    TargetState(String key, boolean usable) {
        this.key = key;
        this.usable = usable;
    }

    /** Returns the key of the sentence that stands under the field. */
    String key() {
        return key;
    }

    boolean usable() {
        return usable;
    }
}
