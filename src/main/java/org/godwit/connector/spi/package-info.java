/**
 * What a format offers to the engine: listing the files of a location and reading their documents in units that
 * workers take in turn. May use duck, store, task, shred and model. Start reading at
 * {@link org.godwit.connector.spi.DocumentConnector}.
 */
@NullMarked
package org.godwit.connector.spi;

import org.jspecify.annotations.NullMarked;
