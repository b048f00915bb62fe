/**
 * Opens a foreign database file in another process first, because a damaged one can end the process that reads it.
 * May use duck and model. Start reading at {@link org.godwit.connector.spi.probe.Probe}.
 */
@NullMarked
package org.godwit.connector.spi.probe;

import org.jspecify.annotations.NullMarked;
