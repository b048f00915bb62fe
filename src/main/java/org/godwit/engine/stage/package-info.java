/**
 * Reading in parallel, in order: workers parse and shred units side by side, one of them at a time hands results on in
 * document order. Uses connector.spi and below. Start reading at {@link org.godwit.engine.stage.OrderedPipeline}.
 */
@NullMarked
package org.godwit.engine.stage;

import org.jspecify.annotations.NullMarked;
