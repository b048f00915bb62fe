/** The registry of formats, the only class here. Only the wiring knows it. */
@NullMarked
package org.godwit.connector;

import org.jspecify.annotations.NullMarked;
