/**
 * The registry of all kinds of charts, and nothing else. Start reading at {@link org.godwit.analysis.chart.Charts}.
 */
@NullMarked
package org.godwit.analysis.chart;

import org.jspecify.annotations.NullMarked;
