package org.godwit.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Turns what DuckDB and the file system say into Godwit's errors. */
final class DuckErrors {
    private static final Pattern HOLDER = Pattern.compile("Conflicting lock is held in (.*?) ?\\(PID (\\d+)\\)");

    private static final Pattern CHECK = Pattern.compile("CHECK constraint failed on table \"(.*?)\" with expression CHECK(\\(.*\\))", Pattern.DOTALL);

    private static final Pattern BROKEN = Pattern.compile("Constraint Error: (NOT NULL constraint failed: (.*?)\\..*|Duplicate key .*|Violates foreign key .*)");

    private DuckErrors() {}

    /** Returns the reason without DuckDB's stack trace. */
    static String reason(Throwable e) {
        String text = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        int stack = text.indexOf("\n\nStack Trace");
        return (stack < 0 ? text : text.substring(0, stack)).strip();
    }

    /**
     * Returns the error of a statement: a full disk, a check of the table's that a row breaks, or an internal one.
     *
     * @param database the file that was written, null if in memory
     */
    static GodwitException failed(SQLException e, @Nullable Path database, String doing) {
        String text = reason(e).toLowerCase(Locale.ROOT);
        boolean full = text.contains("no space left") || text.contains("disk is full") || text.contains("not enough space");
        if (full && database != null) {
            return new GodwitException(e, ErrorCode.DISK_FULL, database, "more", free(database));
        }
        Matcher check = CHECK.matcher(reason(e));
        if (check.find()) {
            return new GodwitException(e, ErrorCode.TARGET_REFUSED, "DuckDB", check.group(1), "CHECK " + check.group(2), "the row breaks this check of the table");
        }
        Matcher broken = BROKEN.matcher(reason(e));
        if (broken.find()) {
            return new GodwitException(e, ErrorCode.TARGET_REFUSED, "DuckDB", named(broken.group(2), "a table"), "a row", broken.group(1));
        }
        return new GodwitException(e, ErrorCode.INTERNAL, doing, reason(e));
    }

    private static String named(@Nullable String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    /** Returns the bytes free where a file lies or will lie, 0 if nobody knows. */
    static long free(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder == null ? 0 : Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the error for a database file that cannot be opened. */
    static GodwitException notOpened(SQLException e, Path database) {
        String text = reason(e);
        Matcher holder = HOLDER.matcher(text);
        if (holder.find()) {
            return new GodwitException(e, ErrorCode.TARGET_LOCKED, database, holder.group(1) + " (PID " + holder.group(2) + ")");
        }
        if (text.contains("Could not set lock on file") || text.contains("being used by another process")) {
            return new GodwitException(e, ErrorCode.TARGET_LOCKED, database, "another process");
        }
        return new GodwitException(e, ErrorCode.TARGET_UNREADABLE, database, text);
    }
}
