/**
 * The full scan: every document is folded into a tree of paths with counts, types and facts; trees of similar
 * documents are joined into named datasets with rules that tell them apart. The outcome does not depend on the number
 * of workers. May use connector.spi, engine.stage and below. Start reading at
 * {@link org.godwit.engine.profile.Inspector}.
 */
@NullMarked
package org.godwit.engine.profile;

import org.jspecify.annotations.NullMarked;
