/**
 * The entry point and the wiring of Godwit. {@link org.godwit.Main} chooses between the window and the
 * command line; only this package may see both, and the registry of connectors. Start reading at Main.
 */
@NullMarked
package org.godwit;

import org.jspecify.annotations.NullMarked;
