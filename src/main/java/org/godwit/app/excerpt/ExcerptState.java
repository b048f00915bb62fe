package org.godwit.app.excerpt;

/** What the place for an excerpt shows. */
public sealed interface ExcerptState {
    /** No place is looked at. */
    record None() implements ExcerptState {}

    record Shown(Excerpt excerpt) implements ExcerptState {}

    /** The file cannot be read any more. */
    record Missing(String reason) implements ExcerptState {}
}
