package org.godwit.app.explore;

import org.godwit.analysis.explore.ColumnProfile;

/** What is shown about a column. */
public sealed interface ProfileState {
    /** No column is looked at. */
    record None() implements ProfileState {}

    record Reading(String column) implements ProfileState {}

    record Shown(ColumnProfile profile) implements ProfileState {}

    record Failed(String column, String message) implements ProfileState {}
}
