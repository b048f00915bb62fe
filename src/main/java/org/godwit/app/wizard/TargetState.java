package org.godwit.app.wizard;

/** What stands at the place where the target is to be. */
enum TargetState {
    /** Nobody has looked yet. */
    UNKNOWN("app.target.unknown", false),
    EMPTY("app.target.empty", false),
    INVALID("app.target.invalid", false),
    NEW("app.target.new", true),
    NEW_FILE("app.target.newfile", true),
    NEW_FOLDER("app.target.newfolder", true),
    EXISTS("app.target.exists", true),
    /** It is written anew, once everything has been verified. */
    FILE_ANEW("app.target.fileanew", true),
    FOLDER_ANEW("app.target.folderanew", true),
    SERVER("app.target.server", true),
    SERVER_UNNAMED("app.target.server.unnamed", false),
    IS_FILE("app.target.isfile", false),
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
