/**
 * Draws and writes charts: one renderer for screen, picture files and paper, in themes of one palette; and the same
 * figures as CSV and JSON. May use JFreeChart and export; knows no database. Start reading at
 * {@link org.godwit.analysis.chart.render.ChartRenderer}.
 */
@NullMarked
package org.godwit.analysis.chart.render;

import org.jspecify.annotations.NullMarked;
