package org.godwit.bench;

/** Why there is no measurement, in words for the person who asked for it. */
final class BenchFailure extends Exception {
    BenchFailure(String message) {
        super(message);
    }
}
