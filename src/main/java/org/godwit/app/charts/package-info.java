/**
 * Charts: what is compared is chosen at the left, the chart stands at the right, with the rows behind a bar below it.
 * Figures and drawing come from analysis. Start reading at {@link org.godwit.app.charts.ChartsModel}.
 */
@NullMarked
package org.godwit.app.charts;

import org.jspecify.annotations.NullMarked;
