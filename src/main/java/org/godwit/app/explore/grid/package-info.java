/**
 * The grid of rows that all screens share: a window of up to a million rows at a time, read in pages in the background,
 * with copying, a viewer for long values, and "Where is this from?" on every cell. Start reading at
 * {@link org.godwit.app.explore.grid.GridModel}.
 */
@NullMarked
package org.godwit.app.explore.grid;

import org.jspecify.annotations.NullMarked;
