package org.godwit.app.explore;

import java.nio.file.Path;
import java.util.List;
import org.godwit.app.fx.Trouble;
import org.godwit.duck.CatalogTable;

/** What is known of the chosen database. */
public sealed interface CatalogState {
    /** There is none to choose. */
    record None() implements CatalogState {}

    record Reading(Path database) implements CatalogState {}

    record Shown(Path database, List<CatalogTable> tables) implements CatalogState {}

    record Failed(Path database, Trouble trouble) implements CatalogState {}
}
