package org.godwit.store;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder of Godwit's own state. Making one touches nothing: folder and database come into being at first use, and
 * every method of {@link #runs()} and {@link #recent()} may throw {@code WORKSPACE_UNUSABLE}. Thread-safe.
 */
public final class Workspace {
    /** The environment variable that moves the workspace elsewhere. */
    public static final String VARIABLE = "GODWIT_HOME";

    private final Path folder;
    private final RunStore runs;
    private final Recent recent;
    private final RunLogs logs;

    public Workspace(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        WorkspaceDatabase database = new WorkspaceDatabase(this.folder);
        this.runs = new RunStore(database);
        this.recent = new Recent(database);
        this.logs = new RunLogs(this.folder);
    }

    /** Returns the workspace of the person who runs this process: {@code GODWIT_HOME}, otherwise {@code ~/.godwit}. */
    public static Workspace ofUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static Workspace of(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new Workspace(named.isBlank() ? home.resolve(".godwit") : Path.of(named));
    }

    /** Returns the absolute path of the folder; it need not exist yet. */
    public Path folder() {
        return folder;
    }

    public RunStore runs() {
        return runs;
    }

    public Recent recent() {
        return recent;
    }

    public RunLogs logs() {
        return logs;
    }
}
