/**
 * The compatibility matrix: which pairs of two dimensions (models and hardware) have results, and what those results
 * say together. Computed by grouping SQL on a database that is only read; shown by window, command line and files
 * alike. Start reading at {@link org.godwit.analysis.matrix.Matrices}.
 */
@NullMarked
package org.godwit.analysis.matrix;

import org.jspecify.annotations.NullMarked;
