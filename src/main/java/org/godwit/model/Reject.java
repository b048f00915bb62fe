package org.godwit.model;

/**
 * A file, document, row or value that was not loaded.
 *
 * @param file the source file
 * @param line the line in the file, 0 if unknown
 * @param pointer the JSON pointer of the row or value; empty for a file or document
 * @param table the table it was meant for; empty for a file or document
 * @param column likewise, empty for a row
 * @param raw the original text, cut to 10,000 characters for files
 */
public record Reject(
        Level level, String file, long line, long column, String pointer, String table, String columnName, String reason, String raw) {
    /** What was rejected. */
    public enum Level {
        FILE,
        DOCUMENT,
        ROW,
        VALUE
    }
}
