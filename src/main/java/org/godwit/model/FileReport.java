package org.godwit.model;

import org.jspecify.annotations.Nullable;

/**
 * What a full read of one file of a source found.
 *
 * @param path the file as found below the source's location, with {@code /} between names
 * @param bytes its size as stored
 * @param sha256 of the stored bytes, lower-case hex; empty if it could not be read
 * @param documents how many documents were read from it (the lines of NDJSON)
 * @param problem why it is not OK, null if it is
 */
public record FileReport(
        String path, long bytes, long modifiedMillis, String sha256, Status status, long documents, @Nullable Problem problem) {
    /** What a file turned out to be. */
    public enum Status {
        OK,
        EMPTY,
        MALFORMED,
        UNREADABLE,
        OTHER
    }
}
