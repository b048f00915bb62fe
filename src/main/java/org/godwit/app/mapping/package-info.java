/**
 * The mapping page: which source path becomes which column of the target, and how. {@link org.godwit.app.mapping.MappingModel}
 * holds the plan that is being shaped; {@link org.godwit.app.mapping.MappingView} shows it. Start reading there.
 */
@NullMarked
package org.godwit.app.mapping;

import org.jspecify.annotations.NullMarked;
