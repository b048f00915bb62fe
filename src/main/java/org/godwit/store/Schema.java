package org.godwit.store;

import java.util.List;

/** The tables of the workspace, as steps from one version to the next. A step that was released never changes. */
final class Schema {
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE runs (
              id TEXT PRIMARY KEY,
              plan_name TEXT NOT NULL,
              plan TEXT NOT NULL,
              base TEXT NOT NULL,
              target TEXT NOT NULL,
              process INTEGER NOT NULL,
              process_started INTEGER NOT NULL,
              started INTEGER NOT NULL,
              finished INTEGER,
              outcome TEXT,
              seconds REAL NOT NULL DEFAULT 0,
              documents INTEGER NOT NULL DEFAULT 0,
              loaded INTEGER NOT NULL DEFAULT 0,
              known INTEGER NOT NULL DEFAULT 0,
              rows INTEGER NOT NULL DEFAULT 0,
              rejects INTEGER NOT NULL DEFAULT 0,
              result TEXT
            ) STRICT
            """,
            "CREATE INDEX runs_by_start ON runs (started)",
            """
            CREATE TABLE rejects (
              run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
              number INTEGER NOT NULL,
              level TEXT NOT NULL,
              file TEXT NOT NULL,
              line INTEGER NOT NULL,
              column_number INTEGER NOT NULL,
              pointer TEXT NOT NULL,
              table_name TEXT NOT NULL,
              column_name TEXT NOT NULL,
              reason TEXT NOT NULL,
              raw TEXT NOT NULL,
              PRIMARY KEY (run, number)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE recent (
              kind TEXT NOT NULL,
              path TEXT NOT NULL,
              used INTEGER NOT NULL,
              PRIMARY KEY (kind, path)
            ) STRICT, WITHOUT ROWID
            """));

    /** The version that this program reads and writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Returns the statements that lead from a version (0: nothing there yet) to the newest. */
    static List<String> since(int version) {
        return STEPS.subList(version, VERSION).stream().flatMap(List::stream).toList();
    }
}
