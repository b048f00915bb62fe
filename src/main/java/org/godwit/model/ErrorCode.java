package org.godwit.model;

/** Every error that Godwit reports: a stable id, a message key and the exit code of the command line. */
public enum ErrorCode {
    /** {0} what was being done, {1} the reason. */
    INTERNAL("GW-1000", "error.internal", 1),
    /** {0} the text that is no location. */
    LOCATION_UNKNOWN("GW-1101", "error.location.unknown", 2),
    /** {0} the path. */
    SOURCE_MISSING("GW-1102", "error.source.missing", 1),
    /** {0} the path, {1} the reason. */
    SOURCE_UNREADABLE("GW-1103", "error.source.unreadable", 1),
    /** {0} the path: nothing to migrate in it. */
    SOURCE_EMPTY("GW-1104", "error.source.empty", 1),
    /** {0} the path, {1} what changed. */
    SOURCE_CHANGED("GW-1105", "error.source.changed", 1),
    /** {0} the source's format: no connector reads it. */
    SOURCE_UNSUPPORTED("GW-1106", "error.source.unsupported", 2),
    /** {0} the place, {1} what it is, so that it is read in one way only: another format, or a file of Godwit's own. */
    SOURCE_OPTIONS("GW-1107", "error.source.options", 2),
    /** {0} the plan file. */
    PLAN_MISSING("GW-1201", "error.plan.missing", 2),
    /** {0} the plan file, {1} line, {2} column, {3} the reason. */
    PLAN_MALFORMED("GW-1202", "error.plan.malformed", 2),
    /** {0} the plan file, {1} the list of faults, one a line: JSON pointer, what was expected, nearest valid name. */
    PLAN_INVALID("GW-1203", "error.plan.invalid", 2),
    /** {0} the recipe's name, {1} the names there are. */
    RECIPE_UNKNOWN("GW-1204", "error.recipe.unknown", 2),
    /** {0} the table, column or path, {1} the reason. */
    EDIT_REFUSED("GW-1205", "error.edit.refused", 2),
    /** {0} the file that was named as a plan and is no text, such as a database. */
    PLAN_BINARY("GW-1206", "error.plan.binary", 2),
    /** {0} the file of profiles, {1} the list of faults, one a line. */
    PROFILES_INVALID("GW-1221", "error.profiles.invalid", 2),
    /** {0} the file of profiles that is not there, {1} what named it: a place or a profile. */
    PROFILES_MISSING("GW-1222", "error.profiles.missing", 2),
    /** {0} the file of profiles, {1} the profile, {2} the profiles there are and the nearest one. */
    PROFILE_UNKNOWN("GW-1223", "error.profile.unknown", 2),
    /** {0} the file of profiles, {1} the profiles there are: none is chosen. */
    PROFILE_NEEDED("GW-1224", "error.profile.needed", 2),
    /** {0} the profile, {1} the place, {2} the places there are and the nearest one. */
    PLACE_UNKNOWN("GW-1225", "error.place.unknown", 2),
    /** {0} the target, {1} the profile that protects it. */
    TARGET_PROTECTED("GW-1226", "error.target.protected", 2),
    /** {0} the target, {1} who holds it. */
    TARGET_LOCKED("GW-1301", "error.target.locked", 6),
    /** {0} the target, {1} the reason. */
    TARGET_UNWRITABLE("GW-1302", "error.target.unwritable", 6),
    /** {0} the target, {1} the reason: not a database of the expected format, or damaged. */
    TARGET_UNREADABLE("GW-1303", "error.target.unreadable", 6),
    /** {0} the target, {1} the table, {2} how it differs from the plan. */
    TARGET_DIFFERS("GW-1304", "error.target.differs", 1),
    /** {0} the target, {1} bytes needed, {2} bytes free. */
    DISK_FULL("GW-1305", "error.disk.full", 1),
    /** {0} the target's format: no connector writes it yet. */
    TARGET_UNSUPPORTED("GW-1306", "error.target.unsupported", 2),
    /** {0} the target, {1} the table, {2} the row or column, {3} the reason. */
    TARGET_REFUSED("GW-1307", "error.target.refused", 1),
    /** {0} the server, {1} what is wrong: unknown host, refused, cut off, too slow. */
    SERVER_UNREACHABLE("GW-1311", "error.server.unreachable", 6),
    /** {0} the server, {1} the user. */
    SERVER_LOGIN("GW-1312", "error.server.login", 6),
    /** {0} the server, {1} the database that is not there. */
    SERVER_DATABASE("GW-1313", "error.server.database", 6),
    /** {0} the server, {1} what is not allowed, {2} to whom. */
    SERVER_RIGHT("GW-1314", "error.server.right", 6),
    /** {0} the server, {1} what is wrong with its certificate or protection. */
    SERVER_TLS("GW-1315", "error.server.tls", 6),
    /** {0} the server, {1} what failed there. */
    SERVER_FAILED("GW-1316", "error.server.failed", 1),
    /** {0} the connection, {1} the property, {2} why it is refused. */
    CONNECTION_REFUSED_PROPERTY("GW-1317", "error.connection.property", 2),
    /** {0} the connection, {1} where its password was looked for. */
    SECRET_MISSING("GW-1318", "error.secret.missing", 6),
    /** {0} why the key store of this system cannot be used. */
    KEY_STORE_UNUSABLE("GW-1319", "error.keyStore.unusable", 6),
    /** {0} the first reject's place and reason. */
    STOPPED_BY_REJECT("GW-1401", "error.stopped.reject", 7),
    /** {0} the ledger's figures. */
    LEDGER_UNBALANCED("GW-1402", "error.ledger.unbalanced", 1),
    /** {0} how many differences, {1} the first ones. */
    VERIFICATION_FAILED("GW-1403", "error.verification.failed", 5),
    /** {0} the place: no run has left its records there, so there is nothing to compare it with. */
    NO_RUNS_RECORDED("GW-1404", "error.verification.noRuns", 2),
    /** {0} the run's id. */
    RUN_UNKNOWN("GW-1501", "error.run.unknown", 2),
    /** {0} the workspace folder, {1} the reason. */
    WORKSPACE_UNUSABLE("GW-1502", "error.workspace.unusable", 1),
    /** {0} the SQL's error. */
    QUERY_FAILED("GW-1601", "error.query.failed", 1),
    /** {0} the database, {1} why it does not say where a value is from. */
    TRACE_IMPOSSIBLE("GW-1604", "error.trace.impossible", 1),
    /** {0} what cannot be asked: another kind of database, a folder, or a server. */
    NOT_DUCKDB("GW-1605", "error.query.notDuckDb", 2),
    /** {0} the reason: there is no display, or a library of the system is missing. */
    NO_WINDOW("GW-1606", "error.window.none", 1),
    /** {0} the folder that is not empty. */
    FOLDER_NOT_EMPTY("GW-1602", "error.folder.notEmpty", 2),
    /** {0} what kind of name, {1} the name, {2} the nearest names there are. */
    CHART_NAME_UNKNOWN("GW-1621", "error.chart.name", 2),
    /** {0} what was to be compared, {1} how many rows it has, {2} what they have no value of, {3} what to try. */
    CHART_WITHOUT_DATA("GW-1622", "error.chart.noData", 1),
    /** {0} what is wrong with the command line. */
    USAGE("GW-1603", "error.usage", 2),
    /** {0} the database, {1} its tables: nothing in it makes a matrix without being told what. */
    MATRIX_UNKNOWN("GW-1611", "error.matrix.unknown", 2),
    /** {0} the rows, {1} the columns, {2} how many squares are shown at most. */
    MATRIX_TOO_LARGE("GW-1612", "error.matrix.tooLarge", 1),
    /** {0} the column that is not there, {1} those that are. */
    COLUMN_UNKNOWN("GW-1613", "error.column.unknown", 2),
    /** {0} the table with the results, {1} the table that it does not point to. */
    TABLES_UNRELATED("GW-1614", "error.tables.unrelated", 2);

    private final String id;
    private final String messageKey;
    private final int exitCode;

    ErrorCode(String id, String messageKey, int exitCode) {
        this.id = id;
        this.messageKey = messageKey;
        this.exitCode = exitCode;
    }

    public String id() {
        return id;
    }

    public String messageKey() {
        return messageKey;
    }

    public int exitCode() {
        return exitCode;
    }
}
