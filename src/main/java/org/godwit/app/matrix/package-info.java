/**
 * Compatibility: a heatmap of models and hardware, or of any two columns of a database, with the rows behind each square
 * and their way to the source. Start reading at {@link org.godwit.app.matrix.MatrixView}; what is shown is computed in
 * {@link org.godwit.analysis.matrix}.
 */
@NullMarked
package org.godwit.app.matrix;

import org.jspecify.annotations.NullMarked;
