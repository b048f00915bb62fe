/**
 * A few lines of a source file around one place, with the place marked: for problems, drift and rejects. Reads files in
 * the background, plain or gzipped. Start reading at {@link org.godwit.app.excerpt.ExcerptModel}.
 */
@NullMarked
package org.godwit.app.excerpt;

import org.jspecify.annotations.NullMarked;
