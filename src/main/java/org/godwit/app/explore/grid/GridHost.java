package org.godwit.app.explore.grid;

import java.nio.file.Path;
import java.util.Optional;
import org.godwit.analysis.explore.Filter;
import org.godwit.analysis.explore.RowSource;
import org.godwit.analysis.explore.Sort;

/** What a grid asks of the screen that it is on. A screen that can do nothing of it shows rows only. */
public interface GridHost {
    /** Shows rows and does nothing else. */
    GridHost NONE = new GridHost() {};

    /** Returns whether rows can be sorted, filtered and profiled here. */
    default boolean isActive() {
        return false;
    }

    default void sort(Optional<Sort> sort) {}

    /** Shows only rows that this lets through, besides what is left out already. */
    default void filter(Filter filter) {}

    /** Lets the person say what to filter a column by. */
    default void askFilter(RowSource.Column column) {}

    /** Shows figures about a column. */
    default void profile(RowSource.Column column) {}

    /** Returns whose rows are shown, if their lineage can be followed. */
    default Optional<Shown> shown() {
        return Optional.empty();
    }

    /** A table of a database. */
    record Shown(Path database, String table) {}
}
