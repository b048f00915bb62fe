package org.godwit.model;

import java.util.List;

/**
 * What comparing source and target found.
 *
 * @param performed false if verification was left to a later command
 * @param documents how many were to be rebuilt
 * @param rebuilt how many were rebuilt equal
 * @param cells how many cells were read and compared
 * @param differences at most 100
 */
public record VerificationResult(
        boolean performed, boolean passed, long documents, long rebuilt, long cells, List<Difference> differences, double seconds) {
    /** Verification has not been done. */
    public static final VerificationResult NONE = new VerificationResult(false, false, 0, 0, 0, List.of(), 0);

    public VerificationResult {
        differences = List.copyOf(differences);
    }

    /**
     * One thing that is not as it was loaded.
     *
     * @param document the source file (and position), empty if unknown
     * @param pointer the JSON pointer of the row
     * @param expected as text
     * @param actual as text
     */
    public record Difference(String document, String table, String column, String pointer, String expected, String actual, String message) {}
}
