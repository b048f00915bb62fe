/**
 * Looking into a database: its tables, their rows page by page, sorted and filtered, figures about a column, and SQL of
 * people with what it may do. Knows nothing of a window. Start reading at {@link org.godwit.analysis.explore.Explorer}.
 */
@NullMarked
package org.godwit.analysis.explore;

import org.jspecify.annotations.NullMarked;
