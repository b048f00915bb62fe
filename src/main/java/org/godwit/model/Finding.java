package org.godwit.model;

/**
 * Something a person should know about a plan or a source before or after a run.
 *
 * @param place a JSON pointer into the plan, or a dataset and path
 */
public record Finding(Severity severity, String place, String message) {
    /** How much it matters. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
