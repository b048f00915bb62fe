/**
 * The screen for looking into databases: tables, rows that are sorted and filtered by the database, figures about a
 * column, and a console for SQL that can only read. Start reading at {@link org.godwit.app.explore.ExploreModel}.
 */
@NullMarked
package org.godwit.app.explore;

import org.jspecify.annotations.NullMarked;
