/**
 * What is looked at once data is in a database: matrices, charts and reports, without JavaFX. Nothing stands in this
 * package itself; one package below for each kind, and {@link org.godwit.analysis.export} for files.
 */
@NullMarked
package org.godwit.analysis;

import org.jspecify.annotations.NullMarked;
