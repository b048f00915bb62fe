package org.godwit.app.result;

import org.godwit.app.fx.Trouble;

/** What the rows' place shows. */
sealed interface PageState {
    /** No table is chosen. */
    record None() implements PageState {}

    record Reading(String table) implements PageState {}

    record Shown(String table, TablePages.Page page) implements PageState {}

    /** The rows are where Godwit does not show them. */
    record Elsewhere(String table) implements PageState {}

    record Missing(Trouble trouble) implements PageState {}
}
