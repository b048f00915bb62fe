package org.godwit.connector.sqlite;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.sqlite.SQLiteException;

/** Turns what SQLite and the file system say into Godwit's errors. */
final class SqliteErrors {
    static final int BUSY = 5;
    static final int CONSTRAINT = 19;
    static final int MISMATCH = 20;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int SCHEMA = 17;
    private static final int TOOBIG = 18;
    private static final int NOTADB = 26;
    private static final int READONLY_ROLLBACK = READONLY | 3 << 8;
    private static final int READONLY_RECOVERY = READONLY | 1 << 8;

    private SqliteErrors() {}

    /** Returns SQLite's code without its finer part. */
    static int code(SQLException e) {
        return extended(e) & 0xff;
    }

    private static int extended(SQLException e) {
        return e instanceof SQLiteException known ? known.getResultCode().code : e.getErrorCode();
    }

    /** Returns the error for a source that cannot be read. */
    static GodwitException unreadable(Path file, SQLException e) {
        return new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, reason(e));
    }

    static GodwitException unreadable(Path file, IOException e) {
        return new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, reason(e));
    }

    /** Returns the error for a target that cannot be opened, locked or written. */
    static GodwitException failed(Path file, SQLException e) {
        return switch (code(e)) {
            case BUSY, LOCKED -> new GodwitException(e, ErrorCode.TARGET_LOCKED, file, Holder.of(file));
            case CORRUPT, NOTADB -> new GodwitException(e, ErrorCode.TARGET_UNREADABLE, file, reason(e));
            case FULL -> new GodwitException(e, ErrorCode.DISK_FULL, file, "more", free(file));
            default -> new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, file, reason(e));
        };
    }

    static GodwitException failed(Path file, IOException e) {
        return new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, file, reason(e));
    }

    /** Returns whether the fault is the row's or the statement's, not that of the file below. */
    static boolean refusal(SQLException e) {
        int code = code(e);
        return code == CONSTRAINT || code == MISMATCH || code == TOOBIG || code == 1;
    }

    /** Returns what is wrong, in words. */
    static String reason(SQLException e) {
        int extended = extended(e);
        if (extended == READONLY_ROLLBACK || extended == READONLY_RECOVERY) {
            return "a change to it was never finished (a journal lies beside it); open it once with a program that may write it";
        }
        return switch (code(e)) {
            case BUSY, LOCKED -> "another program is writing it";
            case CORRUPT -> "it is damaged (" + detail(e) + ")";
            case NOTADB -> "it is no SQLite database, or it is encrypted";
            case CANTOPEN -> "it cannot be opened; its folder may not let SQLite put its files beside it";
            case SCHEMA -> "its tables were changed meanwhile";
            default -> detail(e);
        };
    }

    static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "no permission" : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    /** Returns SQLite's own words without the driver's decoration: {@code [SQLITE_X] General words (the words)}. */
    static String detail(SQLException e) {
        String text = Objects.requireNonNullElse(e.getMessage(), "error " + e.getErrorCode());
        int open = text.indexOf('(');
        return text.startsWith("[SQLITE_") && open > 0 && text.endsWith(")") ? text.substring(open + 1, text.length() - 1) : text;
    }

    private static long free(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder == null ? 0 : Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
