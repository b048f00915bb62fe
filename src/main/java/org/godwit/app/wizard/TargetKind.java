package org.godwit.app.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.godwit.app.fx.Text;

/** What a target can be. */
enum TargetKind {
    DUCKDB("app.target.kind.duckdb", "duckdb", false, ".duckdb", ".ddb"),
    SQLITE("app.target.kind.sqlite", "sqlite", false, ".sqlite", ".sqlite3", ".s3db"),
    JSON("app.target.kind.json", "json", false, ".json"),
    NDJSON("app.target.kind.ndjson", "json", false, ".ndjson", ".jsonl"),
    PARQUET("app.target.kind.parquet", "parquet", true, "-parquet"),
    CSV("app.target.kind.csv", "csv", true, "-csv"),
    JSON_FOLDER("app.target.kind.folder", "json", true, "-json"),
    SERVER("app.target.kind.server", "", false);

    private final String title;
    private final String type;
    private final boolean folder;
    private final String endings;

    TargetKind(String title, String type, boolean folder, String... endings) {
        this.title = title;
        this.type = type;
        this.folder = folder;
        this.endings = String.join(" ", endings);
    }

    private List<String> endings() {
        return endings.isEmpty() ? List.of() : List.of(endings.split(" ", -1));
    }

    /** The name in plans; empty for servers, which have several. */
    String type() {
        return type;
    }

    boolean isFolder() {
        return folder;
    }

    /** Returns whether rows can be added to what is there; otherwise it is written anew. */
    boolean appends() {
        return this == DUCKDB || this == SQLITE || this == SERVER;
    }

    String title() {
        return Text.of(title);
    }

    /** Returns the kind that a file's name tells; empty if it tells none. */
    static Optional<TargetKind> ofFile(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> !kind.folder && kind.endings().stream().anyMatch(name::endsWith)).findFirst();
    }

    /** Returns the kind of a target of a plan. */
    static TargetKind of(String type, String path) {
        if (type.equals(JSON.type)) {
            return ofFile(path).filter(kind -> kind.type.equals(type)).orElse(JSON_FOLDER);
        }
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst().orElse(SERVER);
    }

    /** Returns a name for this kind, made of one for another; the same if it suits already. */
    String named(String text) {
        String name = text.strip();
        if (this == SERVER || name.isEmpty() || (!folder && ofFile(name).equals(Optional.of(this))) || ((this == SQLITE || this == DUCKDB) && name.endsWith(".db"))) {
            return text;
        }
        for (TargetKind other : values()) {
            for (String ending : other.endings()) {
                if (name.toLowerCase(Locale.ROOT).endsWith(ending) && name.length() > ending.length()) {
                    return name.substring(0, name.length() - ending.length()) + endings().getFirst();
                }
            }
        }
        return name + endings().getFirst();
    }
}
