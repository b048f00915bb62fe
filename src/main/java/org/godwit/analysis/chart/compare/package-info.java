/**
 * Bars side by side: hardware for a model, models on a hardware, or any table by one of its columns. Figures come from
 * DuckDB by one set-based statement; this package chooses columns and puts the answer into words. Start reading at
 * {@link org.godwit.analysis.chart.compare.Comparer}.
 */
@NullMarked
package org.godwit.analysis.chart.compare;

import org.jspecify.annotations.NullMarked;
