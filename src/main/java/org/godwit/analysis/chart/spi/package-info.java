/**
 * What a kind of chart offers: it turns a database and options into a {@link org.godwit.analysis.chart.spi.ChartSpec},
 * a chart as data. Screen, command line and files draw and write that same data. May use duck; knows no drawing. Start
 * reading at {@link org.godwit.analysis.chart.spi.ChartKind}.
 */
@NullMarked
package org.godwit.analysis.chart.spi;

import org.jspecify.annotations.NullMarked;
