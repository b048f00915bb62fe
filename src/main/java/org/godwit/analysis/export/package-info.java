/**
 * Pictures as files. What draws itself on a {@code Graphics2D} becomes a PNG, an SVG or a PDF with the same letters in
 * all three, with no display; files are written beside their place and renamed into it. Knows no chart and no matrix.
 * Start reading at {@link org.godwit.analysis.export.Exports}.
 */
@NullMarked
package org.godwit.analysis.export;

import org.jspecify.annotations.NullMarked;
